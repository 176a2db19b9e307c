using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>64 rows and 32 columns of a product, which a warp holds in registers, 64 a thread.</summary>
internal struct WarpTile<TFactor>
    where TFactor : struct, IFactor
{
    public const int Rows = 4 * Fragments.Rows;
    public const int Columns = 4 * Fragments.Columns;

    private const int Pitch = WordOperand<TFactor>.Pitch;

    private WarpStrip<TFactor> strip0;
    private WarpStrip<TFactor> strip1;
    private WarpStrip<TFactor> strip2;
    private WarpStrip<TFactor> strip3;

    /// <summary>The tile, with the product of eight words of rows of a and of columns of b added.</summary>
    /// <param name="words">Both, in shared memory.</param>
    /// <param name="left">Where the thread's first word of a is.</param>
    /// <param name="right">Where its first word of b is.</param>
    public readonly WarpTile<TFactor> Plus(ArrayView<uint> words, int left, int right)
    {
        var (right0, right1) = (Right(words, right), Right(words, right + (Fragments.NextWord * Pitch)));
        WarpTile<TFactor> sum = default;
        sum.strip0 = strip0.Plus(Left(words, left), right0, right1);
        sum.strip1 = strip1.Plus(Left(words, left + Fragments.Rows), right0, right1);
        sum.strip2 = strip2.Plus(Left(words, left + (2 * Fragments.Rows)), right0, right1);
        sum.strip3 = strip3.Plus(Left(words, left + (3 * Fragments.Rows)), right0, right1);
        return sum;
    }

    /// <summary>Writes the elements to c.</summary>
    /// <param name="c">All of c.</param>
    /// <param name="start">Where its matrix begins.</param>
    /// <param name="sizes">What there is of it.</param>
    /// <param name="row">The row of the thread's first element.</param>
    /// <param name="column">The column of it.</param>
    public readonly void Store(ArrayView<float> c, long start, TiledSizes sizes, int row, int column)
    {
        strip0.Store(c, start, sizes, row, column);
        strip1.Store(c, start, sizes, row + Fragments.Rows, column);
        strip2.Store(c, start, sizes, row + (2 * Fragments.Rows), column);
        strip3.Store(c, start, sizes, row + (3 * Fragments.Rows), column);
    }

    private static Four<uint> Left(ArrayView<uint> words, int place)
    {
        Four<uint> left = default;
        left.A = words[place];
        left.B = words[place + Fragments.NextLine];
        left.C = words[place + (Fragments.NextWord * Pitch)];
        left.D = words[place + (Fragments.NextWord * Pitch) + Fragments.NextLine];
        return left;
    }

    // A word of each of four right operands side by side.
    private static Four<uint> Right(ArrayView<uint> words, int place)
    {
        Four<uint> right = default;
        right.A = words[place];
        right.B = words[place + Fragments.Columns];
        right.C = words[place + (2 * Fragments.Columns)];
        right.D = words[place + (3 * Fragments.Columns)];
        return right;
    }
}
