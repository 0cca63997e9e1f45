using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// The definitions read lately, by the hash of their content: who changes one sense of a word makes all others of that word be compared
/// again, and reading is half of what that costs. One reading a slot, so about 16 MB at most. Thread-safe without locks.
/// </summary>
sealed class RecentReadings
{
    const int Slots = 2_048;

    readonly Kept?[] slots = new Kept?[Slots];

    /// <summary>A sense as the comparison reads it.</summary>
    public Reading Of(Sense sense)
    {
        ref var slot = ref slots[(uint)sense.Hash.GetHashCode() % Slots];
        if (slot is { } kept && kept.Hash == sense.Hash)
            return kept.Reading;
        var reading = Reading.Of(sense.Term, sense.Definition, sense.Language.Value);
        slot = new(sense.Hash, reading);
        return reading;
    }

    sealed record Kept(ContentHash Hash, Reading Reading);
}
