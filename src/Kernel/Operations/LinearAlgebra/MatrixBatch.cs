namespace NotebookGrad.Operations;

/// <summary>
/// The matrices in the last two axes of a tensor as C# arrays, in float64 whatever the dtype: decompositions lose
/// digits, and those of float32 are few.
/// </summary>
internal sealed class MatrixBatch
{
    private readonly Tensor original;
    private readonly Tensor x;
    private readonly Shape leading;
    private readonly double[] values;

    /// <summary>The matrices of a tensor that an operation is computed with here.</summary>
    public MatrixBatch(string operation, Tensor x)
        : this(Counted(operation, x), x)
    {
    }

    /// <summary>The matrices of a tensor that was broadcast, and the original for messages.</summary>
    public MatrixBatch(Tensor x, Tensor original)
    {
        (this.x, this.original) = (x, original);
        leading = new Shape([.. x.Shape.Lengths[..^2]]);
        (Rows, Columns) = (x.Shape[^2], x.Shape[^1]);
        values = x.ToArray<double>();
    }

    /// <summary>The rows of each matrix.</summary>
    public int Rows { get; }

    /// <summary>The columns of each matrix.</summary>
    public int Columns { get; }

    /// <summary>One of the matrices.</summary>
    public double[,] this[int number]
    {
        get
        {
            var matrix = new double[Rows, Columns];
            var bytes = matrix.Length * sizeof(double);
            Buffer.BlockCopy(values, number * bytes, matrix, 0, bytes);
            return matrix;
        }
    }

    /// <summary>A matrix in a message: its position, the tensor's name and shape.</summary>
    public string Describe(int number)
    {
        var position = new int[original.Shape.Rank - 2];
        for (var axis = leading.Rank - 1; axis >= 0; axis--)
        {
            (number, var place) = Math.DivRem(number, leading[axis]);
            var own = axis - leading.Rank + position.Length;
            if (own >= 0)
            {
                position[own] = original.Shape[own] == 1 ? 0 : place;
            }
        }

        return position.Length == 0
            ? original.Describe()
            : $"matrix [{string.Join(", ", position)}] of {original.Describe()}";
    }

    /// <summary>A tensor of matrices that a function makes of these, one by one.</summary>
    public Tensor Map(int rows, int columns, Func<double[,], int, double[,]> function)
    {
        var bytes = rows * columns * sizeof(double);
        var mapped = new double[leading.Count * rows * columns];
        for (var i = 0; i < leading.Count; i++)
        {
            Buffer.BlockCopy(function(this[i], i), 0, mapped, i * bytes, bytes);
        }

        return Result([.. leading.Lengths, rows, columns], mapped);
    }

    /// <summary>A tensor of numbers that a function makes of these matrices, one by one.</summary>
    public Tensor Map(Func<double[,], int, double> function) =>
        Result(leading, [.. Enumerable.Range(0, (int)leading.Count).Select(i => function(this[i], i))]);

    private static Tensor Counted(string operation, Tensor x)
    {
        Fallbacks.Count(operation, x);
        return x;
    }

    private Tensor Result(Shape shape, double[] elements) =>
        TensorCreation.Make<double>(elements, shape, false, x.DType, x.Device);
}
