using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Glossary;

/// <summary>
/// One word in one partnership whose meanings diverge (ISO 860: a case for concept harmonization), with the comparisons that say so,
/// pinned to the revisions they compared.
/// </summary>
/// <param name="Key">The store's number.</param>
/// <param name="Id">Id in the resource name.</param>
/// <param name="Partnership">The store's number of the partnership.</param>
/// <param name="Word">Normal form of the word.</param>
/// <param name="Language">Primary language of the definitions.</param>
/// <param name="Term">The word as its first entry writes it.</param>
/// <param name="Kind">Kind of the sharpest difference.</param>
/// <param name="Severity">0..1: how badly a reader of one definition would misread another.</param>
/// <param name="Relation">Of the sharpest pair, its first entry to its second.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Parties">The entries that use the word, by organisation, then by age.</param>
/// <param name="Pairs">The sharpest compared pairs, sharpest first.</param>
/// <param name="ComparerVersion">Which version of the comparison said so.</param>
/// <param name="Opened">The change that opened it.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record Conflict(
    long Key,
    string Id,
    int Partnership,
    string Word,
    string Language,
    string Term,
    ConflictKind Kind,
    double Severity,
    Relation Relation,
    ConflictState State,
    ImmutableArray<ConflictParty> Parties,
    ImmutableArray<ConflictPair> Pairs,
    string ComparerVersion,
    long Opened,
    long Sequence)
{
    /// <summary>Whether it still wants somebody's attention.</summary>
    public bool IsOpen => State is >= ConflictState.Detected and <= ConflictState.SignOff or ConflictState.Reopened;

    /// <summary>
    /// Whether look-ups warn of it: open, or put off with its reasons standing. While it was reopened and its texts are still the equal
    /// ones of the settlement, there is nothing to warn of.
    /// </summary>
    public bool Warns => State == ConflictState.Deferred || (IsOpen && (Severity >= MeaningComparer.ConflictThreshold || Reopening.Length == 0));

    /// <summary>The same, with the severity, kind and relation of its sharpest pair; severity 0 when no pair parts.</summary>
    public Conflict Measured() => Pairs is [var sharpest, ..]
        ? this with { Severity = sharpest.Comparison.Conflict, Kind = sharpest.Comparison.Kind, Relation = sharpest.Comparison.Relation }
        : this with { Severity = 0 };

    /// <summary>The store's numbers of the organisations that have a say: those whose entries part, without the agreed ones.</summary>
    public ImmutableArray<int> VoicesIn(Partnership within) =>
        [.. Parties.Select(party => party.Organisation).Distinct().Where(organisation => organisation != within.Shared)];

    /// <summary>What holds since it was resolved; null before.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>What held until it was reopened, so that notes of it are not taken for agreed; null when nothing did, or it was resolved anew.</summary>
    public Settlement? Lapsed { get; init; }

    /// <summary>Why it was reopened the last time; empty when it never was.</summary>
    public string Reopening { get; init; } = "";

    /// <summary>Day on which to look again; null = none.</summary>
    public DateOnly? Review { get; init; }

    /// <summary>Changes with every change of the conflict.</summary>
    public string Etag => "c" + Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
