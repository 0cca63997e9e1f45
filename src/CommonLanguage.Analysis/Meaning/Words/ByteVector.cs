using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>Vectors of whole numbers from -127 to 127 whose length is a multiple of 32: a quarter of the memory, and exact sums.</summary>
static unsafe class ByteVector
{
    /// <summary>The products of two vectors' places, added up. Whole numbers: the sum is the same in whatever order a machine adds it up.</summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        fixed (sbyte* x = a, y = b)
            return Dot(x, y, a.Length);
    }

    /// <summary>The same of vectors that stand still in memory.</summary>
    public static int Dot(sbyte* a, sbyte* b, int width)
    {
        if (Avx512BW.IsSupported)
        {
            var wide = Vector512<int>.Zero;
            for (var i = 0; i < width; i += 32)
                wide += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.Load(a + i)), Avx512BW.ConvertToVector512Int16(Vector256.Load(b + i)));
            return Vector512.Sum(wide);
        }

        var sum = Vector256<int>.Zero;
        for (var i = 0; i < width; i += 16)
        {
            if (Avx2.IsSupported)
            {
                sum += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a + i), Avx2.ConvertToVector256Int16(b + i));
            }
            else
            {
                var (x, y) = (Vector128.Load(a + i), Vector128.Load(b + i));
                var low = Vector128.WidenLower(x) * Vector128.WidenLower(y);
                var high = Vector128.WidenUpper(x) * Vector128.WidenUpper(y);
                sum += Vector256.Create(Vector128.WidenLower(low) + Vector128.WidenUpper(low), Vector128.WidenLower(high) + Vector128.WidenUpper(high));
            }
        }

        return Vector256.Sum(sum);
    }
}
