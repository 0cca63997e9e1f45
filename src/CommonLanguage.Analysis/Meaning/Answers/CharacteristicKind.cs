namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>Which feature of a concept a part of its definition states (ISO 1087: characteristic).</summary>
public enum CharacteristicKind
{
    /// <summary>The broader concept that the definition begins with.</summary>
    KindOfThing,
    /// <summary>A number, amount or size.</summary>
    Quantity,
    /// <summary>A length of time, date, time of day or frequency.</summary>
    Time,
    /// <summary>A duty, advice or permission (RFC 2119).</summary>
    Duty,
    /// <summary>Who acts, owns or receives.</summary>
    Party,
    /// <summary>What is said to belong to it.</summary>
    Inclusion,
    /// <summary>What is said not to belong to it.</summary>
    Exclusion,
    /// <summary>When it holds.</summary>
    Condition,
}
