namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>What a word or phrase means to the reading of details. Filled while the lexicon loads, read-only afterwards.</summary>
sealed class Lexeme
{
    public LexemeRoles Roles { get; set; }

    /// <summary>The value of a number word, the factor of a multiplier, the number of a month, the period of a frequency in seconds.</summary>
    public double Number { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>The meanings it shares with other words; negative where it is the opposite.</summary>
    public int[] Concepts { get; set; } = [];

    /// <summary>The party it names; 0 for none.</summary>
    public int Party { get; set; }
}
