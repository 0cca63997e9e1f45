using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommonLanguage.Training.Vectors;

/// <summary>Sums over rows of floats, always in the same order of operations, so that each machine with the same instructions makes the same bytes.</summary>
static class Floats
{
    /// <summary>Inner product; the length is a multiple of 8.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector256<float>>(b);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return Vector256.Sum(sum);
    }

    /// <summary>Adds a multiple of one row to another.</summary>
    public static void Add(Span<float> to, ReadOnlySpan<float> row, float times)
    {
        var x = MemoryMarshal.Cast<float, Vector256<float>>(to);
        var y = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var factor = Vector256.Create(times);
        for (var i = 0; i < x.Length; i++)
            x[i] += factor * y[i];
    }

    /// <summary>Brings a row to length 1 and gives the length it had; a row of zeros stays.</summary>
    public static float Normalise(Span<float> row)
    {
        var length = MathF.Sqrt(Dot(row, row));
        if (length > 1e-12f)
        {
            foreach (ref var value in row)
                value /= length;
        }

        return length;
    }
}
