using System.Buffers;
using System.Collections.Frozen;

namespace CommonLanguage.Analysis.Text;

/// <summary>English plurals, folded only where no other word is met. Works on lower-case words.</summary>
static class Plural
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["analyses"] = "analysis", ["bases"] = "basis", ["crises"] = "crisis", ["hypotheses"] = "hypothesis", ["theses"] = "thesis",
        ["criteria"] = "criterion", ["phenomena"] = "phenomenon", ["indices"] = "index", ["indexes"] = "index", ["matrices"] = "matrix",
        ["vertices"] = "vertex", ["appendices"] = "appendix", ["people"] = "person", ["men"] = "man", ["women"] = "woman",
        ["children"] = "child", ["feet"] = "foot", ["mice"] = "mouse", ["lives"] = "life", ["knives"] = "knife", ["halves"] = "half",
        ["leaves"] = "leaf", ["shelves"] = "shelf", ["thieves"] = "thief", ["caches"] = "cache", ["headaches"] = "headache",
        ["axes"] = "axis", ["buses"] = "bus", ["statuses"] = "status", ["viruses"] = "virus", ["biases"] = "bias", ["aliases"] = "alias",
        ["processes"] = "process", ["addresses"] = "address", ["losses"] = "loss", ["gases"] = "gas", ["lenses"] = "lens",
        ["cookies"] = "cookie", ["movies"] = "movie", ["ties"] = "tie", ["zombies"] = "zombie", ["selfies"] = "selfie",
        ["quizzes"] = "quiz", ["heroes"] = "hero", ["potatoes"] = "potato", ["echoes"] = "echo", ["vetoes"] = "veto",
        ["embargoes"] = "embargo", ["cargoes"] = "cargo", ["tomatoes"] = "tomato", ["tornadoes"] = "tornado", ["torpedoes"] = "torpedo",
        ["volcanoes"] = "volcano", ["calories"] = "calorie", ["rookies"] = "rookie", ["genies"] = "genie", ["prairies"] = "prairie",
        ["hoodies"] = "hoodie", ["freebies"] = "freebie", ["niches"] = "niche", ["avalanches"] = "avalanche", ["psyches"] = "psyche",
        ["toothaches"] = "toothache", ["backaches"] = "backache", ["campuses"] = "campus", ["bonuses"] = "bonus", ["surpluses"] = "surplus",
        ["censuses"] = "census", ["consensuses"] = "consensus", ["focuses"] = "focus", ["prospectuses"] = "prospectus",
        ["apparatuses"] = "apparatus", ["nexuses"] = "nexus", ["radiuses"] = "radius", ["syllabuses"] = "syllabus", ["corpuses"] = "corpus",
        ["atlases"] = "atlas", ["canvases"] = "canvas", ["pancreases"] = "pancreas", ["selves"] = "self", ["wolves"] = "wolf",
        ["wives"] = "wife", ["loaves"] = "loaf", ["scarves"] = "scarf", ["calves"] = "calf", ["elves"] = "elf", ["geese"] = "goose",
        ["teeth"] = "tooth",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // End in s and are no plural, or mean something else without it.
    static readonly FrozenSet<string> NoPlural = new[]
    {
        "news", "series", "species", "means", "diabetes", "lens", "gas", "bias", "alias", "atlas", "canvas", "chaos", "cosmos", "always",
        "perhaps", "this", "was", "has", "does", "is", "as", "us", "its", "his", "yes", "plus", "versus", "express", "kubernetes", "data",
        "ethics", "mathematics", "analytics", "logistics", "forensics", "electronics", "physics", "economics", "politics", "statistics",
        "metrics", "graphics", "mechanics", "dynamics", "robotics", "semantics", "genetics", "biometrics", "cryptanalytics", "diagnostics",
        "operations", "communications", "telecommunications", "credentials", "goods", "premises", "savings", "proceeds", "customs",
        "windows", "jenkins", "redis", "postgres", "pandas", "kerberos", "radius", "sms", "ios", "macos", "sas", "aes", "des", "gps", "iis",
        "ies", "pos", "saas", "paas", "iaas", "daas", "caas", "faas", "dos", "ddos", "ops", "devops", "devsecops", "secops", "soas", "bios", "qos", "rsas",
        "cias", "ids", "ips", "oss", "sans", "nas", "das", "las", "ras", "tas", "cas", "mas",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The singular of a plural, or null when the word is none.</summary>
    public static string? Singular(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return null;
        if (word[^1] != 's')
            return word[^1] is 'a' or 'e' or 'h' or 'n' or 't' && Irregular.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var other) ? other : null;
        if (Irregular.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var irregular))
            return irregular;
        if (!IsFoldable(word))
            return null;
        var singular = word switch
        {
            [.., 'i', 'e', 's'] when word.Length > 4 => string.Concat(word[..^3], "y"),
            [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'z', 'z', 'e', 's'] => new string(word[..^2]),
            _ => new string(word[..^1]),
        };

        // A fold whose result would be folded once more ("asses") is not taken: the normal form must be stable.
        return Singular(singular) is null ? singular : null;
    }

    // A word without a vowel, or of three letters with none before its last two, is an acronym more often than a plural: "dns", "tls"
    // and "aws" keep their s, as "DNS" does, since case is folded; "crls" and "vms", where four letters or a known tail say plural, lose it.
    static bool IsFoldable(ReadOnlySpan<char> word)
    {
        if (word is [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] or [.., '\'', 's'])
            return false;
        if (NoPlural.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('/' or '&'))
                return false;
        }

        var vowels = word[..^1].ContainsAny(Vowels);
        return vowels
            ? word.Length > 3
            : word is "vms" or "pcs" || (word.Length > 3 && !Acronyms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
    }

    static readonly FrozenSet<string> Acronyms = new[]
    {
        "https", "dtls", "mtls", "sftps", "cvss", "cwss", "wpss", "fips", "smtps", "ftps", "ldaps", "nntps", "ircs", "imaps", "csrs", "hsts", "pkcs", "gprs", "srtps", "hids", "nids",
    }.ToFrozenSet(StringComparer.Ordinal);
}
