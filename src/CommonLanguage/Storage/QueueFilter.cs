using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>Which conflicts a page of the queue holds.</summary>
/// <param name="Partnership">The store's number; null = all.</param>
/// <param name="Kinds">Empty = all.</param>
/// <param name="States">Empty = all that are open.</param>
/// <param name="MinimumSeverity">0..1.</param>
/// <param name="Organisations">The store's numbers: one = it takes part, more = at least two of them do; empty = all.</param>
/// <param name="Word">Normal form; empty = all.</param>
public sealed record QueueFilter(
    int? Partnership,
    ImmutableArray<ConflictKind> Kinds,
    ImmutableArray<ConflictState> States,
    double MinimumSeverity,
    ImmutableArray<int> Organisations,
    string Word)
{
    /// <summary>The store's numbers of the partnerships that may be seen; null = all.</summary>
    public IReadOnlyCollection<int>? Seen { get; init; }

    static readonly ConflictState[] Open =
        [ConflictState.Detected, ConflictState.Triaged, ConflictState.Reconciling, ConflictState.Consultation, ConflictState.SignOff, ConflictState.Reopened];

    /// <summary>The store's numbers of organisations of which at least one takes part; null = all.</summary>
    public IReadOnlyCollection<int>? TakingPart { get; init; }

    /// <summary>A part of the word's normal form; empty = all.</summary>
    public string Containing { get; init; } = "";

    /// <summary>The condition; numbers stand in it, texts and fractions are parameters.</summary>
    internal (string Where, object[] Values) ToSql()
    {
        var where = new StringBuilder("state IN (").AppendJoin(", ", (States.IsDefaultOrEmpty ? Open : [.. States]).Select(state => (int)state)).Append(')');
        List<object> values = [];
        if (Partnership is { } partnership)
            _ = where.Append(CultureInfo.InvariantCulture, $" AND partnership = {partnership}");
        if (Seen is not null)
            _ = where.Append(" AND partnership IN (").AppendJoin(", ", Seen.Append(-1)).Append(')');
        if (!Kinds.IsDefaultOrEmpty)
            _ = where.Append(" AND kind IN (").AppendJoin(", ", Kinds.Select(kind => (int)kind)).Append(')');
        if (MinimumSeverity > 0)
        {
            _ = where.Append(" AND severity >= @p0");
            values.Add(MinimumSeverity);
        }

        if (Word.Length > 0)
        {
            _ = where.Append(CultureInfo.InvariantCulture, $" AND word = @p{values.Count}");
            values.Add(Word);
        }

        if (Containing.Length > 0)
        {
            _ = where.Append(CultureInfo.InvariantCulture, $" AND word LIKE @p{values.Count} ESCAPE '!'");
            values.Add($"%{Containing.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%");
        }

        if (!Organisations.IsDefaultOrEmpty)
        {
            var parts = Organisations.Select(organisation => string.Create(
                CultureInfo.InvariantCulture, $"(CASE WHEN organisations LIKE '% {organisation} %' THEN 1 ELSE 0 END)"));
            _ = where.Append(" AND ").AppendJoin(" + ", parts).Append(Organisations.Length == 1 ? " = 1" : " >= 2");
        }

        if (TakingPart is not null)
        {
            _ = where.Append(" AND (").AppendJoin(" OR ", TakingPart.Order().Select(organisation => string.Create(
                CultureInfo.InvariantCulture, $"organisations LIKE '% {organisation} %'")).DefaultIfEmpty("1 = 0")).Append(')');
        }

        return (where.ToString(), [.. values]);
    }
}
