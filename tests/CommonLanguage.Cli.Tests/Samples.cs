using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Cli.Tests;

/// <summary>
/// Answers as a server gives them, fixed, so that golden files hold how they are shown and not what an engine says. Definitions by the
/// National Institute of Standards and Technology and the Committee on National Security Systems (public domain).
/// </summary>
static partial class Samples
{
    const string Nist = "organisations/nist";
    const string Cnss = "organisations/cnss";
    const string Roster = "Roster of individuals authorized admittance to a controlled area.";
    const string List = "A list of users, programs, and/or processes and the specifications of access categories to which each is assigned.";

    public static Conflict Conflict { get; } = new()
    {
        Name = "partnerships/sample/conflicts/access-list-3",
        Term = "access list",
        Kind = V1.ConflictKind.Homonymy,
        Severity = 0.85,
        Status = V1.Conflict.Types.Status.Detected,
        Relation = V1.Relation.None,
        Entries =
        {
            Side(Nist, "access-list-1", "access list", List),
            Side(Cnss, "access-list-2", "Access List (AL)", Roster),
        },
        Comparisons = { new V1.Comparison { Conflict = 0.85, Kind = V1.ConflictKind.Homonymy, Relation = V1.Relation.None, Differences = { Apart } } },
        Differences = { Apart },
        Language = "en",
        Partnership = "partnerships/sample",
        CreateTime = Timestamp.FromDateTime(new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)),
        UpdateTime = Timestamp.FromDateTime(new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)),
        Etag = "c1",
    };

    static Difference[] Apart =>
    [
        Difference("\"list\", there \"Roster\"", List, "list", Roster, "Roster"),
        Difference("\"users, programs\", there \"individuals\"", List, "users, programs", Roster, "individuals"),
    ];

    public static Conflict ConflictOfMany
    {
        get
        {
            var conflict = Conflict.Clone();
            conflict.Name = "partnerships/sample/conflicts/access-list-4";
            conflict.Term = "a rather long term that takes more than one line of a narrow column";
            (conflict.Kind, conflict.Severity, conflict.Status) = (V1.ConflictKind.Parameter, 0.42, V1.Conflict.Types.Status.SignOff);
            conflict.Entries.Add(((string[])["fips", "fedramp", "dod"]).Select(id => Side($"organisations/{id}", "access-list-9", "access list", Roster)));
            conflict.Differences.Clear();
            conflict.Comparisons.Clear();
            return conflict;
        }
    }

    public static ListConflictsResponse Queue { get; } = new() { Conflicts = { Conflict, ConflictOfMany }, TotalSize = 211, NextPageToken = "token" };

    public static LookUpTermResponse Meanings { get; } = new()
    {
        Meanings =
        {
            new Meaning
            {
                Entry = "organisations/nist/entries/access-list-1", Organisation = Nist, Term = "access list", MatchedForm = "access list", Definition = List,
                Language = "en", Status = V1.Term.Types.Status.Preferred, Revision = "organisations/nist/entries/access-list-1/revisions/1",
                Conflicts = { Conflict.Name }, Match = Meaning.Types.Match.Exact, Source = "NIST SP 800-12",
            },
            new Meaning
            {
                Entry = "organisations/cnss/entries/access-list-2", Organisation = Cnss, Term = "Access List (AL)", MatchedForm = "Access List", Definition = Roster,
                Language = "en", Status = V1.Term.Types.Status.Deprecated, Revision = "organisations/cnss/entries/access-list-2/revisions/3",
                Conflicts = { Conflict.Name }, Match = Meaning.Types.Match.NormalForm, ScopeNote = "Buildings only.", ReplacedBy = "access roster", SubjectField = "physical security",
            },
        },
        RevisionToken = "r1",
    };

    public static SearchEntriesResponse Hits { get; } = new()
    {
        Hits =
        {
            new SearchHit
            {
                Entry = "organisations/cnss/entries/access-list-2", Organisation = Cnss, Term = "Access List (AL)", Snippet = Roster, Score = 3.5,
                Highlights = { SpanOf(Roster, "individuals"), SpanOf(Roster, "area") },
            },
        },
        TotalSize = 7,
        IndexPercent = 100,
    };

    public static ListChangesResponse Changes { get; } = new()
    {
        Changes =
        {
            new Change
            {
                RevisionToken = "r2", Sequence = 2, Kind = Change.Types.Kind.EntriesImported, Subject = Nist, Actor = "service", Origin = "import",
                Time = Timestamp.FromDateTime(new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)), Revisions = 7_278, Conflicts = 211,
            },
            new Change
            {
                RevisionToken = "r1", Sequence = 1, Kind = Change.Types.Kind.PartnershipCreated, Subject = "partnerships/sample", Actor = "service", Origin = "import",
                Time = Timestamp.FromDateTime(new(2026, 1, 31, 11, 59, 59, DateTimeKind.Utc)),
            },
        },
    };

    public static ListAffiliationsResponse Affiliations { get; } = new()
    {
        Affiliations =
        {
            new Affiliation { Name = "affiliations/1", Person = "ada@example.org", Role = Role.Administrator, Current = true, Etag = "a1" },
            new Affiliation
            {
                Name = "affiliations/2", Person = "tess\u202e@example.org", Organisation = Nist, Role = Role.Editor, FromDate = "2019-01-01", ToDate = "2023-07-01", Etag = "a2",
            },
            new Affiliation { Name = "affiliations/12", Person = "cora@example.org", Partnership = "partnerships/sample", Role = Role.Coordinator, Current = true, Etag = "a9" },
        },
    };

    public static ListApiKeysResponse Keys { get; } = new()
    {
        ApiKeys =
        {
            new ApiKey
            {
                Name = "apiKeys/3f2a90b1c4d5", Person = "ada@example.org", DisplayName = "laptop", Scopes = { Scope.Read, Scope.Write, Scope.Administer }, Current = true,
                ExpireTime = Timestamp.FromDateTime(new(2026, 4, 30, 0, 0, 0, DateTimeKind.Utc)),
            },
            new ApiKey
            {
                Name = "apiKeys/00aa90b1c4d5", Person = "import\u001b[31m", Scopes = { Scope.Read }, Revoked = true,
                ExpireTime = Timestamp.FromDateTime(new(2026, 4, 30, 0, 0, 0, DateTimeKind.Utc)),
            },
        },
    };

    public static CreateApiKeyResponse KeyMade { get; } = new() { ApiKey = Keys.ApiKeys[0], Key = "clk_3f2a90b1c4d5_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" };

    public static WhoAmIResponse Me { get; } = new()
    {
        Person = "tess@example.org", Scopes = { Scope.Read, Scope.Reconcile }, Affiliations = { Affiliations.Affiliations[1] },
        TranslatedPartnerships = { "partnerships/sample" }, Origin = "192.0.2.7, key 3f2a90b1c4d5, grpc-dotnet/2.85.0",
    };

    public static ImportTotal Import
    {
        get
        {
            var total = new ImportTotal();
            total.Add("nist.csv", new ImportReport
            {
                Added = 7_278, Refused = 59, ConflictsOpened = 211, Organisation = Nist, Partnership = "partnerships/sample", ProblemCount = 61,
                Problems =
                {
                    new ImportProblem { File = "nist.csv", Line = 6_695, Reason = "ROW_REPEATED", Message = "Line 6695 repeats an earlier row of the file; it was left out.", Refused = true },
                    new ImportProblem { File = "nist.csv", Reason = "VALUE_MISSING", Message = "Text of the file \u001b[31mas a whole." },
                },
                ColumnsKeptAsNote = { "colour" },
            });
            total.Add("cnss.csv", new ImportReport { Unchanged = 1_380, ConflictsClosed = 1, Organisation = Cnss, Partnership = "partnerships/sample" });
            return total;
        }
    }

    public static Analysis.Meaning.Answers.Comparison Comparison { get; } = new(
        Analysis.Meaning.Answers.Relation.None, new(.02, .06, .07, .1, .75), .04, .85, Analysis.Meaning.Answers.ConflictKind.Homonymy,
        [new("\"list\", there \"Roster\"", new(2, 6), new(0, 6))]);

    public static (string A, string B) Compared => (List, Roster);

    static ConflictEntry Side(string organisation, string id, string term, string definition) => new()
    {
        Entry = $"{organisation}/entries/{id}", Organisation = organisation, Term = term, Definition = definition, Revision = $"{organisation}/entries/{id}/revisions/1",
    };

    static Difference Difference(string reason, string a, string wordsA, string b, string wordsB) => new()
    {
        Reason = reason,
        Sides = { SideOf($"{Nist}/entries/access-list-1", a, wordsA), SideOf($"{Cnss}/entries/access-list-2", b, wordsB) },
    };

    static DifferenceSide SideOf(string entry, string text, string words) =>
        new() { Entry = entry, Start = SpanOf(text, words).Start, End = SpanOf(text, words).End };

    static Span SpanOf(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new() { Start = start, End = start + words.Length };
    }
}
