using ILGPU.Runtime;
using NotebookGrad.Inspection;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What takes a device's memory, for who has run out of it.</summary>
internal static class LivingMemory
{
    private const int MostTold = 8;

    /// <summary>That there is no room for a block, and which tensors have it.</summary>
    public static string Describe(
        Accelerator accelerator, GpuStorage wanted, long allocated, IEnumerable<GpuStorage> living)
    {
        var largest = living.Where(storage => storage != wanted).OrderByDescending(storage => storage.Bytes).ToArray();
        var told = largest.Take(MostTold).Select(Describe).ToList();
        if (largest.Length > MostTold)
        {
            told.Add($"{Size(largest.Skip(MostTold).Sum(storage => storage.Bytes))} in {largest.Length - MostTold} others");
        }

        return $"{wanted.Maker.Name}: there is no room for {Size(wanted.Bytes)} ({wanted.Length:N0} elements of "
            + $"{wanted.DType.Text}). Tensors have {Size(allocated)} of {Size(accelerator.MemorySize)}"
            + (told.Count == 0 ? "" : $": {string.Join(", ", told)}")
            + ". Let go of what is not needed, take smaller batches, or keep less with Autograd.Checkpoint";
    }

    private static string Describe(GpuStorage storage) => storage.Tensor is { } tensor
        ? $"{Size(storage.Bytes)} in {Naming.Of(tensor) ?? "a tensor"} {tensor.Shape}"
        : $"{Size(storage.Bytes)} that a graph keeps";

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):F1} GiB",
        >= 1L << 20 => $"{bytes / (double)(1L << 20):F1} MiB",
        _ => $"{bytes:N0} bytes",
    };
}
