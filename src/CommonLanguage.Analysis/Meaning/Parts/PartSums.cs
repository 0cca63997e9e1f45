using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>Adds up the vectors of the words of each part of a definition. Works in a buffer that is given, of <see cref="Most"/> vectors.</summary>
ref struct PartSums(Span<float> buffer, int width)
{
    /// <summary>Parts from this one on are one.</summary>
    public const int Most = 5;

    readonly Span<float> buffer = buffer;
    int used;

    /// <summary>The sum of a part, counted from 0.</summary>
    public Span<float> Of(int part)
    {
        part = Math.Min(part, Most - 1);
        var sum = buffer.Slice(part * width, width);
        if ((used & (1 << part)) == 0)
            sum.Clear();
        used |= 1 << part;
        return sum;
    }

    /// <summary>The vectors, each of length 1: of the whole, and of the parts where there are several.</summary>
    public readonly (float[] Whole, float[][] Parts) ToVectors()
    {
        var whole = new float[width];
        var count = 0;
        for (var part = 0; part < Most; part++)
        {
            if ((used & (1 << part)) == 0)
                continue;
            var sum = buffer.Slice(part * width, width);
            UnitVector.Add(whole, sum);
            if (!UnitVector.Normalise(sum))
                continue;
            sum.CopyTo(buffer[(count * width)..]);
            count++;
        }

        if (!UnitVector.Normalise(whole))
            return ([], []);
        var parts = count > 1 ? new float[count][] : [];
        for (var part = 0; part < parts.Length; part++)
            parts[part] = buffer.Slice(part * width, width).ToArray();
        return (whole, parts);
    }
}
