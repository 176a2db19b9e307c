using ILGPU;
using ILGPU.Runtime;
using NotebookGrad.Sampling;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Random numbers: a thread for each two that share a block of Philox.</summary>
internal static class Drawn<TPair, T>
    where TPair : struct, IVariatePair<T>
    where T : unmanaged
{
    private delegate void Launch(AcceleratorStream stream, KernelConfig config, Drawing drawing, ArrayView<T> y);

    private static readonly Launcher<Launch> Pairs = new(Draw);

    public static void Run(GpuBackend backend, Drawing drawing, Storage target)
    {
        if (target.Length > 0)
        {
            lock (backend.Gate)
            {
                Pairs.On(backend)(
                    backend.Stream, backend.Threads((target.Length + 1) / 2), drawing,
                    ((GpuStorage)target).Elements<T>());
            }
        }
    }

    private static void Draw(Drawing drawing, ArrayView<T> y)
    {
        for (long i = Thread.First; i < (y.Length + 1) / 2; i += Thread.Count)
        {
            var (word0, word1, word2, word3) = Philox.Block(drawing.Key, (ulong)i, drawing.Stream);
            var (first, second) = TPair.Of(drawing, ((ulong)word0 << 32) | word1, ((ulong)word2 << 32) | word3);
            y[2 * i] = first;
            if ((2 * i) + 1 < y.Length)
            {
                y[(2 * i) + 1] = second;
            }
        }
    }
}
