using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>How documents are checked. Immutable.</summary>
public sealed record CheckOptions
{
    /// <summary>Id of the author's organisation; empty = as the document or the settings say.</summary>
    public string Author { get; init; } = "";

    /// <summary>Ids of the readers' organisations; empty = as the document or the settings say.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>Settings of the folder.</summary>
    public CheckSettings Settings { get; init; } = CheckSettings.None;

    /// <summary>Conflicts that the authors live with.</summary>
    public AcceptedSenses Senses { get; init; } = AcceptedSenses.None;

    /// <summary>Findings that are not shown again.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>Whether words that look like terms and stand in no glossary are listed (CL007).</summary>
    public bool SuggestTerms { get; init; }

    /// <summary>Findings of one rule about one word in one file, at least 1; the last says how many more there are. Default 3.</summary>
    public int FindingsPerTerm { get; init; } = 3;

    /// <summary>
    /// Findings of another spelling (CL005) of one term in one file, at least 1; the last names the further places. Default 1: it is one
    /// decision, and one run of <c>--fix</c>.
    /// </summary>
    public int FindingsPerSpelling { get; init; } = 1;

    /// <summary>
    /// Words that a rule names in one file where it has only good-to-know to say, those with most uses, at least 1; the last says how many
    /// more there are. Default 2.
    /// </summary>
    public int WordsPerRule { get; init; } = 2;

    /// <summary>Age in days from which a snapshot is called old (CL009). Default 30.</summary>
    public int OldAfterDays { get; init; } = 30;

    /// <summary>The day of the check.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When the snapshot was fetched; null = just now.</summary>
    public DateOnly? Fetched { get; init; }
}
