namespace CommonLanguage.Server.Web.Maps;

/// <summary>How a cell of the map looks, and what that says. The colour tells the worst word, its depth the share of words that part.</summary>
/// <param name="Fill">Colour of the cell.</param>
/// <param name="Ink">Colour of its numbers.</param>
/// <param name="Says">What the legend says of it.</param>
/// <param name="IsDashed">Whether its border is dashed.</param>
sealed record CellLook(string Fill, string Ink, string Says, bool IsDashed = false)
{
    const string Dark = "#1b2228";

    /// <summary>From this share of the compared words on, the colour is deep.</summary>
    const double Many = .25;

    static readonly CellLook NotCompared = new("#f4f5f6", Dark, "not compared: no definitions in one language", IsDashed: true);
    static readonly CellLook Same = new("#e3f1e2", Dark, "no word parts of those that were compared");

    static readonly (double From, CellLook Few, CellLook Many)[] Parting =
    [
        (.7, new("#f0b6b9", Dark, "at worst severe, under a quarter of the words part"), new("#a3141f", "#ffffff", "at worst severe, a quarter or more")),
        (.55, new("#fbe0c8", Dark, "at worst serious, under a quarter"), new("#f2b277", Dark, "at worst serious, a quarter or more")),
        (0, new("#fcf5d9", Dark, "at worst noticeable, under a quarter"), new("#f6e6a6", Dark, "at worst noticeable, a quarter or more")),
    ];

    /// <summary>All looks, from not compared to the worst.</summary>
    public static IReadOnlyList<CellLook> Legend { get; } = [NotCompared, Same, .. Parting.Reverse().SelectMany(look => (CellLook[])[look.Few, look.Many])];

    /// <summary>The look of two organisations that share words.</summary>
    public static CellLook Of(LanguageMap.Pair pair)
    {
        if (pair.Compared == 0)
            return NotCompared;
        if (pair.Parting == 0)
            return Same;
        var (_, few, many) = Parting.First(look => pair.Severity >= look.From);
        return pair.Parting >= Many * pair.Compared ? many : few;
    }
}
