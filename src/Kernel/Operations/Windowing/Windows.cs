using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Windows on the innermost axes of a tensor, over which convolutions and poolings move. Work goes by offset within
/// the window: what all windows have at one offset is a strided slice, so that no element is addressed by itself.
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

        foreach (var (elements, windows) in Slices(x.Layout, columns.Layout, 0))
        {
            backend.Copy(new(x.Storage, elements), new(columns.Storage, windows));
        }
    }

    /// <summary>Adds columns [leading, kernel, output] to where they come from in x [leading, input].</summary>
    public void Accumulate(View columns, View x)
    {
        foreach (var (elements, windows) in Slices(x.Layout, columns.Layout, 0))
        {
            var sum = x with { Layout = elements };
            x.Storage.Backend.Zip(default(Add), sum, columns with { Layout = windows }, sum);
        }
    }

    // An offset along one axis after the other is fixed: its axis among the kernel's goes, and the windows that have
    // an element there are sliced out.
    private IEnumerable<(Layout Elements, Layout Windows)> Slices(Layout x, Layout columns, int axis)
    {
        if (axis == Rank)
        {
            yield return (x, columns);
            yield break;
        }

        var leading = x.Rank - Rank;
        for (var offset = 0; offset < axes[axis].Kernel; offset++)
        {
            var windows = columns.Select(leading, offset);
            foreach (var run in axes[axis].Runs(offset))
            {
                var inner = Slices(
                    x.Slice(leading + axis, run.Element, run.Count, run.Step),
                    windows.Slice(leading + Rank - 1, run.Window, run.Count),
                    axis + 1);
                foreach (var slices in inner)
                {
                    yield return slices;
                }
            }
        }
    }
}
