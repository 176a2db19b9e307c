using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Reads operands, runs a program, and writes its results, element by element. The types say what is done, so that
/// programs that differ in numbers only are one kernel.
/// </summary>
internal sealed class Fused<TProgram, TData, TOperands, TFours, TKnown, TResults, TValues> : IFusedWork
    where TOperands : struct, IOperands<TOperands, TData, TFours, TKnown>
    where TProgram : struct, IProgram<TKnown, TValues>
    where TResults : struct, IResults<TResults, TValues>
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config,
        TData data, TOperands operands, TResults results, int count, int fours);

    private delegate void LaunchAny(
        AcceleratorStream stream, KernelConfig config,
        TData data, TOperands operands, TResults results, Extent extent);

    private static readonly Launcher<LaunchRows> Rows = new(InRows);
    private static readonly Launcher<LaunchAny> Any = new(Anywhere);

    private readonly GpuBackend backend;
    private readonly TData data;
    private readonly FusedLayout layout;

    public Fused(GpuBackend backend, TData data, FusedLayout layout) =>
        (this.backend, this.data, this.layout) = (backend, data, layout);

    public void Run(ReadOnlySpan<View> views)
    {
        foreach (var (extent, paces) in layout.Launches)
        {
            var operands = TOperands.Of(views, paces);
            var results = TResults.Of(views[layout.Operands..], paces.AsSpan(layout.Operands));
            lock (backend.Gate)
            {
                if (layout.IsRows)
                {
                    var fours = FusedLayout.Fours(extent, paces);
                    Rows.On(backend)(
                        backend.Stream, backend.Threads(fours > 0 ? fours : extent.Count),
                        data, operands, results, extent.Count, fours);
                }
                else
                {
                    Any.On(backend)(
                        backend.Stream, backend.Threads(extent.Count), data, operands, results, extent);
                }
            }
        }

        GpuBackend.KeepAlive(views);
    }

    private static void InRows(TData data, TOperands operands, TResults results, int count, int fours)
    {
        for (var i = Thread.First; i < fours; i += Thread.Count)
        {
            var four = operands.Fours(i);
            results.Set(
                i,
                TProgram.Run(TOperands.First(four, data)),
                TProgram.Run(TOperands.Second(four, data)),
                TProgram.Run(TOperands.Third(four, data)),
                TProgram.Run(TOperands.Fourth(four, data)));
        }

        for (var i = (4 * fours) + Thread.First; i < count; i += Thread.Count)
        {
            Position position = default;
            position.P0 = i;
            results.Set(position, TProgram.Run(operands.At(position, data)));
        }
    }

    private static void Anywhere(TData data, TOperands operands, TResults results, Extent extent)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            results.Set(position, TProgram.Run(operands.At(position, data)));
        }
    }
}
