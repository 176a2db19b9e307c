using System.Numerics;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Where the greatest element of each window is: one axis after the other, and along an axis one offset after the
/// other, all windows at once. As in PyTorch the first of equal elements counts, and NaN more than any number, the last
/// NaN most.
/// </summary>
internal static class WindowMaxima
{
    /// <summary>Positions in row-major order over the axes with windows, int64, [leading, windows].</summary>
    public static Tensor Find(Tensor x, Windows windows)
    {
        var count = new Shape(windows.Input).Count;
        var numbers = Tensor.Arange(0, count, device: x.Device).Reshape(windows.Input);
        var (values, positions) = (x.View, numbers.Expand(x.Shape).View);
        for (var axis = windows.Rank - 1; axis >= 0; axis--)
        {
            (values, positions) = Along(windows[axis], x.Shape.Rank - windows.Rank + axis, values, positions);
        }

        return new Tensor(positions.Storage, positions.Layout);
    }

    private static (View Values, View Positions) Along(WindowAxis windows, int axis, View values, View positions)
    {
        var lengths = values.Shape.ToArray();
        lengths[axis] = windows.Output;
        var backend = values.Storage.Backend;
        var layout = Layout.Contiguous(lengths);
        var best = Tensor.Empty(backend, values.DType, layout).View;
        var found = Tensor.Empty(backend, DType.Int64, layout).View;
        var better = Tensor.Empty(backend, DType.Bool, layout).View;
        backend.Fill(best, double.NegativeInfinity);
        backend.Fill(found, 0);

        // From the last offset to the first an element that equals the best takes its place, so that the first stays.
        foreach (var run in windows.Runs().Reverse())
        {
            var (candidate, champion) = (run.Elements(values, axis), run.Windows(best, axis));
            var (wins, place) = (run.Windows(better, axis), run.Windows(found, axis));
            backend.Compare<NoWorse>(candidate, champion, wins);
            backend.Select(wins, candidate, champion, champion);
            backend.Select(wins, run.Elements(positions, axis), place, place);
        }

        return (best, found);
    }

    private readonly struct NoWorse : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => !T.IsNaN(b) && !(a < b);
    }
}
