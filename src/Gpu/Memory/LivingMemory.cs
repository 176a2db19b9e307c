using ILGPU.Runtime;
using NotebookGrad.Inspection;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What takes a device's memory, for who has run out of it.</summary>
internal static class LivingMemory
{
    private const int MostTold = 8;

    /// <summary>That there is no room for a block, and which tensors have it.</summary>
    public static string Describe(
        Accelerator accelerator, GpuStorage wanted, long allocated,
        IEnumerable<(GpuStorage Storage, Tensor? Tensor)> living)
    {
        var largest = living.Where(one => one.Storage != wanted).OrderByDescending(one => one.Storage.Bytes).ToArray();
        var told = largest.Take(MostTold).Select(Describe).ToList();
        if (largest.Length > MostTold)
        {
            var others = largest[MostTold..];
            told.Add($"{Size(others.Sum(one => one.Storage.Bytes))} in {others.Length} others");
        }

        return $"{wanted.Maker.Name}: there is no room for {Size(wanted.Bytes)} ({wanted.Length:N0} elements of "
            + $"{wanted.DType.Text}). Tensors have {Size(allocated)} of {Size(accelerator.MemorySize)}"
            + (told.Count == 0 ? "" : $": {string.Join(", ", told)}")
            + ". Let go of what is not needed, take smaller batches, or keep less with Autograd.Checkpoint";
    }

    // Where the tensor is gone, a graph keeps its block.
    private static string Describe((GpuStorage Storage, Tensor? Tensor) one) => one.Tensor is { } tensor
        ? $"{Size(one.Storage.Bytes)} in {Naming.Of(tensor) ?? "a tensor"} {tensor.Shape}"
        : $"{Size(one.Storage.Bytes)} that a graph keeps";

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):F1} GiB",
        >= 1L << 20 => $"{bytes / (double)(1L << 20):F1} MiB",
        _ => $"{bytes:N0} bytes",
    };
}
