using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>English words that carry grammar or the manner of dictionaries rather than meaning.</summary>
static class FunctionWords
{
    const string Grammar =
        "a an the of to in on at by for with and or as is are was were be been being am that which who whom whose what this these those it its their they them he she "
        + "his her him i we you your our from into such also has have had do does did can will may shall must should would could might not no any all each every other "
        + "another when where while than then there thereof so if but because both either neither nor only e.g i.e eg ie etc one ones oneself some more most very much "
        + "see note term refer mean usually often especially esp generally typically used use using via within between through about over under per et al something "
        + "someone somebody anything thing certain various relating pertaining denoting characterized made having up out off upon too just like unless until without cause cannot";

    // Where the first noun phrase of a definition ends.
    const string Breaks =
        "that which who whom whose where when of for in to by with from used using on at as designed intended within between into through is are was were can may has have had "
        + "containing consisting having made characterized based including such under without so while if via";

    // Nouns that say little before "of": the noun after it is the kind.
    const string Light =
        "act action process state quality type kind sort form set collection group part portion piece member instance one any method way means manner series condition "
        + "property fact practice result variety class number system measure unit amount";

    // What makes a definition cover more: alternatives, examples, chances.
    const string Widens = "or other such include any various typically generally usually often may might can etc e.g";

    // What makes it cover less: conditions, bounds, exclusions.
    const string Narrows = "only within under without during specified specific particular this if when where unless but not exclude except specifically solely certain whose";

    public static readonly HashSet<int> All = Of(Grammar);

    public static readonly HashSet<int> Widening = Of(Widens);

    public static readonly HashSet<int> Narrowing = Of(Narrows);

    public static readonly HashSet<int> Ending = Of(Breaks);

    public static readonly HashSet<int> LightHeads = Of(Light);

    static HashSet<int> Of(string words) =>
        [.. words.Split(' ').Select(word => WordTable.English.FindExactly(word)).Where(word => word >= 0)];
}
