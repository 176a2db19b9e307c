using System.Collections.Concurrent;

namespace NotebookGrad;

/// <summary>
/// Counts what the processor computes for other devices. Reading a number to decide something, as a loss or a shape, is
/// no such work.
/// </summary>
internal static class Fallbacks
{
    private static readonly
        ConcurrentDictionary<(string Operation, string Device), (long Times, long Bytes)> Counts = [];

    /// <summary>What has been counted since the start or <see cref="Clear"/>.</summary>
    public static FallbackReport Report => new(
    [
        .. from count in Counts
           let entry = new FallbackEntry(count.Key.Operation, count.Key.Device, count.Value.Times, count.Value.Bytes)
           orderby entry.Bytes descending, entry.Operation, entry.Device
           select entry,
    ]);

    /// <summary>Begins to count anew.</summary>
    public static void Clear() => Counts.Clear();

    /// <summary>
    /// Says that the processor is about to compute an operation with operands that it reads. It has nothing to say
    /// where they lie there anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="Device.Strict"/> holds.</exception>
    public static void Count(string operation, params ReadOnlySpan<Tensor> operands)
    {
        var first = operands[0];
        if (first.Device == Device.Cpu)
        {
            return;
        }

        if (AutogradMode.StaysOnDevices)
        {
            throw new InvalidOperationException(
                $"{operation}: {first.Describe()} is on {first.Device}, which cannot do this, and Device.Strict "
                + "forbids the processor to do it; bring it there with .To(Device.Cpu), and the result back");
        }

        var bytes = 0L;
        foreach (var operand in operands)
        {
            bytes += operand.Count * operand.DType.Size;
        }

        Counts.AddOrUpdate(
            (operation, first.Device.Name),
            (1, bytes),
            (_, known) => (known.Times + 1, known.Bytes + bytes));
    }
}
