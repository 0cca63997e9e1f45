namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Which detail of a definition differs.</summary>
public enum DetailKind
{
    /// <summary>Another number, amount or size.</summary>
    Quantity,
    /// <summary>Another length of time, date, time of day or frequency.</summary>
    Time,
    /// <summary>Calendar against working time.</summary>
    TimeBase,
    /// <summary>The same number with another direction or boundary: over 10, 10 or more.</summary>
    Threshold,
    /// <summary>From which moment a time counts, or before against after.</summary>
    StartPoint,
    /// <summary>Duty, advice or permission (RFC 2119).</summary>
    Modality,
    /// <summary>One side denies what the other states.</summary>
    Negation,
    /// <summary>Words of opposite sense: internal, external.</summary>
    Opposite,
    /// <summary>One side includes what the other excludes, or does not mention.</summary>
    Inclusion,
    /// <summary>Somebody else acts, owns or receives.</summary>
    Party,
    /// <summary>A condition that the other side does not set.</summary>
    Condition,
    /// <summary>All, some, only.</summary>
    Quantifier,
    /// <summary>And against or; a branch more or less in a list.</summary>
    Conjunction,
    /// <summary>Another country, law or currency.</summary>
    Jurisdiction,
}
