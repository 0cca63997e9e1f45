using System.Text;

namespace CommonLanguage.Benchmarks.Data;

/// <summary>Glossaries made up word by word from a seed: the same on every machine. A definition has about 150 characters.</summary>
static class Glossaries
{
    const int Seed = 20_260;

    static readonly string[] Qualifiers =
    [
        "initial", "final", "annual", "regional", "joint", "open", "closed", "active", "dormant", "shared", "primary", "secondary", "external", "internal",
        "provisional", "mandatory", "optional", "preliminary", "certified", "remote", "local", "central", "formal", "direct", "indirect", "temporary", "permanent",
        "public", "private", "critical", "routine", "urgent", "partial", "complete", "national", "municipal", "verified", "scheduled", "combined", "separate",
    ];

    static readonly string[] Domains =
    [
        "access", "asset", "audit", "budget", "care", "client", "contract", "customer", "data", "delivery", "device", "document", "duty", "emergency", "energy",
        "equipment", "evidence", "export", "field", "finance", "freight", "hazard", "health", "identity", "incident", "insurance", "licence", "maintenance",
        "market", "network", "order", "patient", "payment", "personnel", "policy", "project", "property", "quality", "record", "risk", "safety", "sample",
        "service", "shelter", "signal", "storage", "supply", "tax", "training", "transit", "treatment", "vehicle", "vendor", "water",
    ];

    static readonly string[] Heads =
    [
        "account", "agreement", "analysis", "area", "assessment", "authority", "baseline", "boundary", "case", "category", "certificate", "claim", "code",
        "committee", "condition", "control", "decision", "event", "facility", "failure", "fee", "group", "holder", "index", "inspection", "inventory", "level",
        "limit", "list", "manager", "measure", "notice", "officer", "operator", "owner", "period", "permit", "plan", "procedure", "process", "programme",
        "provider", "rate", "register", "report", "request", "review", "rule", "schedule", "site", "standard", "status", "threshold", "unit", "user",
    ];

    static readonly string[] Actors = ["the operator", "the competent authority", "a certified body", "the responsible organisation", "the owner", "an external party", "the board"];
    static readonly string[] Verbs = ["records", "approves", "maintains", "verifies", "provides", "monitors", "revokes", "publishes"];
    static readonly string[] Duties = ["must", "may", "shall", "should"];
    static readonly string[] Units = ["days", "hours", "months", "years", "working days"];
    static readonly string[] Conditions = ["before it is put into use", "after an incident", "unless otherwise agreed", "where this is required by law", "on request of a partner", "at each site"];

    /// <summary>Two glossaries of the same terms whose meanings part at every one.</summary>
    public static Definition[][] Parting(int terms) =>
    [
        .. ((string[])["4 hours", "2 days"]).Select(limit => Terms(terms)
            .Select(term => new Definition(term, $"A disturbance that the supplier must resolve within {limit} of the report by the customer.")).ToArray()),
    ];

    /// <summary>Distinct terms, in an order that tells nothing.</summary>
    /// <param name="count">At most 118 800.</param>
    public static string[] Terms(int count)
    {
        var terms = new string[Qualifiers.Length * Domains.Length * Heads.Length];
        var at = 0;
        foreach (var qualifier in Qualifiers)
        {
            foreach (var domain in Domains)
            {
                foreach (var head in Heads)
                    terms[at++] = $"{qualifier} {domain} {head}";
            }
        }

        new Random(Seed).Shuffle(terms);
        return terms[..count];
    }

    /// <summary>One glossary of some terms.</summary>
    public static Definition[] Of(IEnumerable<string> terms, int organisation)
    {
        var random = new Random(Seed + organisation);
        return [.. terms.Select(term => new Definition(term, Text(term, random)))];
    }

    /// <summary>Glossaries of organisations that share some words: a fifth of each comes from words that half of the others use too.</summary>
    public static Definition[][] Partners(int organisations, int rows)
    {
        var shared = rows / 5;
        var terms = Terms((2 * shared) + (organisations * (rows - shared)));
        return [.. Enumerable.Range(0, organisations).Select(organisation =>
        {
            var pool = terms[..(2 * shared)];
            new Random(Seed - organisation).Shuffle(pool);
            var own = terms.AsSpan((2 * shared) + (organisation * (rows - shared)), rows - shared).ToArray();
            return Of([.. pool[..shared], .. own], organisation);
        })];
    }

    /// <summary>A glossary as a CSV file.</summary>
    public static byte[] Csv(IEnumerable<Definition> glossary)
    {
        var text = new StringBuilder("term,definition,language\n");
        foreach (var (term, definition) in glossary)
            _ = text.Append(term).Append(",\"").Append(definition).Append("\",en\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Text(string term, Random random)
    {
        var words = term.Split(' ');
        string Any(string[] from) => from[random.Next(from.Length)];
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"A {words[2]} of the {Any(Domains)} {Any(Heads)} that {Any(Actors)} {Any(Verbs)} for each {words[1]} {Any(Heads)} {Any(Conditions)}; it {Any(Duties)} be renewed within {random.Next(1, 91)} {Any(Units)}.");
    }
}
