using CommonLanguage.Analysis.Meaning.Parts;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>How much of one definition the other says too.</summary>
readonly record struct Side(
    float Covered, float Squared, float Shared, float SharedCount, float Strong, float Left, float HeaviestLeft, float GenusThere, float BestThree, float LeftTopic)
{
    public static Side Of(ReadParts side, ReadOnlySpan<float> best)
    {
        if (side.Weight <= 0)
            return default;
        float covered = 0, squared = 0, shared = 0, sharedCount = 0, strong = 0, left = 0, heaviest = 0, topic = 0;
        float first = 0, second = 0, third = 0;
        for (var i = 0; i < best.Length; i++)
        {
            var (weight, likeness) = (side.Words[i].Weight, best[i]);
            covered += weight * likeness;
            squared += weight * likeness * likeness;
            if (likeness >= .95f)
            {
                shared += weight;
                sharedCount++;
            }

            if (likeness >= Alignment.Strong)
            {
                strong += weight;
            }
            else
            {
                left += weight;
                heaviest = Math.Max(heaviest, weight * (1 - likeness));
                topic += weight * likeness;
            }

            var value = weight * likeness;
            if (value > first)
                (first, second, third) = (value, first, second);
            else if (value > second)
                (second, third) = (value, second);
            else if (value > third)
                third = value;
        }

        var genus = side.Genus >= 0 ? best[side.Genus] : 0;
        if (side.SecondGenus >= 0)
            genus = Math.Max(genus, best[side.SecondGenus]);
        return new(
            covered / side.Weight, squared / side.Weight, shared, sharedCount, strong / side.Weight, left, heaviest, genus, (first + second + third) / 3,
            left > 0 ? topic / left : 1);
    }
}
