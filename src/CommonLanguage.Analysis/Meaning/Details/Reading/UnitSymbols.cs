using System.Collections.Frozen;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>
/// The symbols of units whose capitals tell them apart, in every language: "Mb" is a megabit and "MB" a megabyte, "mW" a milliwatt and "MW"
/// a megawatt. After IEC 80000-13 and the SI brochure; "K" for "k", and small letters throughout ("mbps"), are read as people mean them.
/// </summary>
static class UnitSymbols
{
    const double Bit = .125;

    static readonly (string Prefix, double Factor)[] Decimal = [("k", 1e3), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15)];
    static readonly (string Prefix, double Factor)[] Binary = [("Ki", 1024), ("Mi", 1048576), ("Gi", 1073741824), ("Ti", 1099511627776)];

    static readonly FrozenDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> All =
        Read().ToFrozenDictionary(one => one.Symbol, one => new Lexeme { Roles = LexemeRoles.Unit, Unit = one.Unit }, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is known of a symbol as it is written; null for a word that is none.</summary>
    public static Lexeme? Find(ReadOnlySpan<char> word) => All.TryGetValue(word, out var lexeme) ? lexeme : null;

    static IEnumerable<(string Symbol, Unit Unit)> Read()
    {
        foreach (var (prefix, factor) in Decimal.Concat(Binary))
        {
            yield return (prefix + "B", new(Dimension.Data, factor));
            yield return (prefix + "Bps", Rate(factor));
            yield return (prefix + "bps", Rate(factor * Bit));
            yield return (prefix + "bit", new(Dimension.Data, factor * Bit));
            // "kb" in small letters is a kilobyte to most who write it.
            if (prefix != "k")
                yield return (prefix + "b", new(Dimension.Data, factor * Bit));
        }

        foreach (var (symbol, factor) in ((string, double)[])[("bps", 1), ("mbps", 1e6), ("gbps", 1e9), ("tbps", 1e12)])
            yield return (symbol, Rate(factor * Bit));
        foreach (var (symbol, dimension) in ((string, Dimension)[])[("W", Dimension.Power), ("V", Dimension.Voltage), ("A", Dimension.Current), ("Hz", Dimension.Hertz), ("Pa", Dimension.Pressure)])
        {
            yield return ("m" + symbol, new(dimension, 1e-3));
            yield return ("k" + symbol, new(dimension, 1e3));
            yield return ("M" + symbol, new(dimension, 1e6));
            yield return ("G" + symbol, new(dimension, 1e9));
        }

        foreach (var (symbol, factor) in ((string, double)[])[("mWh", 3.6), ("Wh", 3600), ("kWh", 3.6e6), ("MWh", 3.6e9), ("GWh", 3.6e12)])
            yield return (symbol, new(Dimension.Energy, factor));
    }

    static Unit Rate(double factor) => new(Dimension.Data, factor, Per: 1);
}
