using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>Products of small dense matrices, row after row. The order of the additions is fixed, so that equal inputs give equal bits.</summary>
static class Products
{
    const int Lanes = 16;

    /// <summary>c += a · b.</summary>
    /// <param name="a">rows × inner.</param>
    /// <param name="b">inner × columns.</param>
    /// <param name="c">rows × columns.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="inner">Columns of a, rows of b.</param>
    /// <param name="columns">Columns of b and c; a multiple of 16.</param>
    public static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lanes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, rows * inner);
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, inner * columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, rows * columns);
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        ref var rc = ref MemoryMarshal.GetReference(c);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var column = 0;
            for (; column + (3 * Lanes) <= columns; column += 3 * Lanes)
                FourRows(ref Unsafe.Add(ref ra, row * inner), ref Unsafe.Add(ref rb, column), ref Unsafe.Add(ref rc, (row * columns) + column), inner, columns);
            for (; column < columns; column += Lanes)
            {
                for (var k = 0; k < 4; k++)
                    OneRow(ref Unsafe.Add(ref ra, (row + k) * inner), ref Unsafe.Add(ref rb, column), ref Unsafe.Add(ref rc, ((row + k) * columns) + column), inner, columns);
            }
        }

        for (; row < rows; row++)
        {
            for (var column = 0; column < columns; column += Lanes)
                OneRow(ref Unsafe.Add(ref ra, row * inner), ref Unsafe.Add(ref rb, column), ref Unsafe.Add(ref rc, (row * columns) + column), inner, columns);
        }
    }

    /// <summary>The transpose of a matrix.</summary>
    public static void Transpose(ReadOnlySpan<float> from, Span<float> to, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                to[(column * rows) + row] = from[(row * columns) + column];
        }
    }

    static void OneRow(ref float a, ref float b, ref float c, int inner, int columns)
    {
        var sum = Vector512.LoadUnsafe(ref c);
        for (var k = 0; k < inner; k++)
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, k)), Vector512.LoadUnsafe(ref Unsafe.Add(ref b, k * columns)), sum);
        sum.StoreUnsafe(ref c);
    }

    static void FourRows(ref float a, ref float b, ref float c, int inner, int columns)
    {
        ref var c1 = ref Unsafe.Add(ref c, columns);
        ref var c2 = ref Unsafe.Add(ref c, 2 * columns);
        ref var c3 = ref Unsafe.Add(ref c, 3 * columns);
        var (s00, s01, s02) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, Lanes)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * Lanes)));
        var (s10, s11, s12) = (Vector512.LoadUnsafe(ref c1), Vector512.LoadUnsafe(ref Unsafe.Add(ref c1, Lanes)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c1, 2 * Lanes)));
        var (s20, s21, s22) = (Vector512.LoadUnsafe(ref c2), Vector512.LoadUnsafe(ref Unsafe.Add(ref c2, Lanes)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c2, 2 * Lanes)));
        var (s30, s31, s32) = (Vector512.LoadUnsafe(ref c3), Vector512.LoadUnsafe(ref Unsafe.Add(ref c3, Lanes)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c3, 2 * Lanes)));
        for (var k = 0; k < inner; k++)
        {
            ref var bk = ref Unsafe.Add(ref b, k * columns);
            var (b0, b1, b2) = (Vector512.LoadUnsafe(ref bk), Vector512.LoadUnsafe(ref Unsafe.Add(ref bk, Lanes)), Vector512.LoadUnsafe(ref Unsafe.Add(ref bk, 2 * Lanes)));
            var x = Vector512.Create(Unsafe.Add(ref a, k));
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            x = Vector512.Create(Unsafe.Add(ref a, inner + k));
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            x = Vector512.Create(Unsafe.Add(ref a, (2 * inner) + k));
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            x = Vector512.Create(Unsafe.Add(ref a, (3 * inner) + k));
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref Unsafe.Add(ref c, Lanes));
        s02.StoreUnsafe(ref Unsafe.Add(ref c, 2 * Lanes));
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref Unsafe.Add(ref c1, Lanes));
        s12.StoreUnsafe(ref Unsafe.Add(ref c1, 2 * Lanes));
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref Unsafe.Add(ref c2, Lanes));
        s22.StoreUnsafe(ref Unsafe.Add(ref c2, 2 * Lanes));
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref Unsafe.Add(ref c3, Lanes));
        s32.StoreUnsafe(ref Unsafe.Add(ref c3, 2 * Lanes));
    }
}
