using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>Vectors of floats whose length is a multiple of 8, added up in one order on every machine.</summary>
static class UnitVector
{
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector256<float>>(b);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        // Added pair by pair, as every machine does it.
        var four = sum.GetLower() + sum.GetUpper();
        return (four[0] + four[1]) + (four[2] + four[3]);
    }

    /// <summary>Adds a vector to another.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> vector)
    {
        var into = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        var from = MemoryMarshal.Cast<float, Vector256<float>>(vector);
        for (var i = 0; i < into.Length; i++)
            into[i] += from[i];
    }

    /// <summary>Brings a vector to length 1; false when it has none.</summary>
    public static bool Normalise(Span<float> vector)
    {
        var square = Dot(vector, vector);
        if (square < 1e-12f)
            return false;
        var factor = 1 / MathF.Sqrt(square);
        foreach (ref var eight in MemoryMarshal.Cast<float, Vector256<float>>(vector))
            eight *= factor;
        return true;
    }
}
