using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Windows on the innermost axes of a tensor, over which poolings move. Work goes by offset within the window: what all
/// windows have at one offset is a strided slice, so that no element is addressed by itself.
/// </summary>
internal sealed class Windows(params WindowAxis[] axes)
{
    /// <summary>The number of axes.</summary>
    public int Rank => axes.Length;

    /// <summary>The lengths of the axes.</summary>
    public int[] Input { get; } = Array.ConvertAll(axes, axis => axis.Input);

    /// <summary>The number of windows along each axis.</summary>
    public int[] Output { get; } = Array.ConvertAll(axes, axis => axis.Output);

    /// <summary>The size of a window.</summary>
    public int[] Kernel { get; } = Array.ConvertAll(axes, axis => axis.Kernel);

    /// <summary>The number of elements in each window along each axis.</summary>
    public int[][] Counts() => Array.ConvertAll(axes, axis => axis.Counts());

    /// <summary>How windows lie on one axis.</summary>
    public WindowAxis this[int axis] => axes[axis];

    /// <summary>
    /// Copies the windows of x [leading, input] to columns [leading, kernel, output]; 0 where a window has no element.
    /// </summary>
    public void Collect(View x, View columns)
    {
        var backend = x.Storage.Backend;
        if (!Array.TrueForAll(axes, axis => axis.IsFull))
        {
            backend.Fill(columns, 0);
        }

        foreach (var (elements, windows) in Slices(x, columns, 0))
        {
            backend.Copy(elements, windows);
        }
    }

    /// <summary>Adds columns [leading, kernel, output] to where they come from in x [leading, input].</summary>
    public void Accumulate(View columns, View x)
    {
        foreach (var (elements, windows) in Slices(x, columns, 0))
        {
            x.Storage.Backend.Zip(default(Add), elements, windows, elements);
        }
    }

    /// <summary>
    /// Where the greatest element of each window of x [leading, input] is, in row-major order over the input: int64,
    /// [leading, output].
    /// </summary>
    public Tensor ArgMax(Tensor x)
    {
        var positions = x.EmptyLike(DType.Int64, [.. x.Shape.Lengths[..^Rank], .. Output]);
        x.Backend.ArgMax(x.Contiguous().View, Array.ConvertAll(axes, axis => axis.Spans()), positions.View);
        return positions;
    }

    /// <summary>The sum of each window's elements along one of the axes.</summary>
    public Tensor SumAlong(int axis, Tensor x)
    {
        var number = x.Shape.Rank - Rank + axis;
        var y = Zeros(x, number, axes[axis].Output);
        foreach (var run in axes[axis].Runs())
        {
            var windows = run.Windows(y.View, number);
            y.Backend.Zip(default(Add), windows, run.Elements(x.View, number), windows);
        }

        return y;
    }

    /// <summary>The transpose of <see cref="SumAlong"/>: each window's number added to its elements.</summary>
    public Tensor SpreadAlong(int axis, Tensor y)
    {
        var number = y.Shape.Rank - Rank + axis;
        var x = Zeros(y, number, axes[axis].Input);
        foreach (var run in axes[axis].Runs())
        {
            var elements = run.Elements(x.View, number);
            x.Backend.Zip(default(Add), elements, run.Windows(y.View, number), elements);
        }

        return x;
    }

    private static Tensor Zeros(Tensor like, int axis, int length)
    {
        var lengths = like.Shape.ToArray();
        lengths[axis] = length;
        var zeros = like.EmptyLike(like.DType, lengths);
        zeros.Backend.Fill(zeros.View, 0);
        return zeros;
    }

    // An offset along one axis after the other is fixed: its axis among the kernel's goes, and the windows that have
    // an element there are sliced out.
    private IEnumerable<(View Elements, View Windows)> Slices(View x, View columns, int axis)
    {
        if (axis == Rank)
        {
            yield return (x, columns);
            yield break;
        }

        var leading = x.Shape.Rank - Rank;
        for (var offset = 0; offset < axes[axis].Kernel; offset++)
        {
            var windows = columns with { Layout = columns.Layout.Select(leading, offset) };
            foreach (var run in axes[axis].Runs(offset))
            {
                var elements = run.Elements(x, leading + axis);
                foreach (var slices in Slices(elements, run.Windows(windows, leading + Rank - 1), axis + 1))
                {
                    yield return slices;
                }
            }
        }
    }
}
