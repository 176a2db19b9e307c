using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Four sums of <see cref="Fragments"/> side by side: 16 rows and 32 columns of a product.</summary>
internal struct WarpStrip<TFactor>
    where TFactor : struct, IFactor
{
    private Four<float> sum0;
    private Four<float> sum1;
    private Four<float> sum2;
    private Four<float> sum3;

    /// <summary>The strip, with the products of a left operand and four right ones added.</summary>
    public readonly WarpStrip<TFactor> Plus(Four<uint> left, Four<uint> right0, Four<uint> right1)
    {
        WarpStrip<TFactor> sum = default;
        sum.sum0 = TFactor.Plus(sum0, left, right0.A, right1.A);
        sum.sum1 = TFactor.Plus(sum1, left, right0.B, right1.B);
        sum.sum2 = TFactor.Plus(sum2, left, right0.C, right1.C);
        sum.sum3 = TFactor.Plus(sum3, left, right0.D, right1.D);
        return sum;
    }

    /// <summary>Writes the elements to c, those that are within it.</summary>
    public readonly void Store(ArrayView<float> c, long start, TiledSizes sizes, int row, int column)
    {
        Store(sum0, c, start, sizes, row, column);
        Store(sum1, c, start, sizes, row, column + Fragments.Columns);
        Store(sum2, c, start, sizes, row, column + (2 * Fragments.Columns));
        Store(sum3, c, start, sizes, row, column + (3 * Fragments.Columns));
    }

    private static void Store(Four<float> sum, ArrayView<float> c, long start, TiledSizes sizes, int row, int column)
    {
        Store(sum.A, sum.B, c, start, sizes, row, column);
        Store(sum.C, sum.D, c, start, sizes, row + Fragments.NextLine, column);
    }

    private static void Store(
        float first, float second, ArrayView<float> c, long start, TiledSizes sizes, int row, int column)
    {
        if (row < sizes.Rows)
        {
            var place = start + (row * sizes.PaceRow) + (column * sizes.PaceColumn);
            Square<float>.Store(first, c, place, sizes, column);
            Square<float>.Store(second, c, place + sizes.PaceColumn, sizes, column + 1);
        }
    }
}
