namespace NotebookGrad;

/// <summary>Sees to it that what meets in an operation lies on one device.</summary>
internal static class OneDevice
{
    /// <summary>Refuses tensors on several devices; null stands for one that is not there.</summary>
    /// <exception cref="InvalidOperationException">The message names two of them, with shapes and devices.</exception>
    public static void Require(string operation, params ReadOnlySpan<Tensor?> tensors)
    {
        Tensor? first = null;
        foreach (var tensor in tensors)
        {
            first ??= tensor;
            if (tensor is not null && !first!.LiesWith(tensor))
            {
                throw new InvalidOperationException(
                    $"{operation}: {first!.Describe()} is on {first!.Device} and {tensor.Describe()} on "
                    + $"{tensor.Device}; bring them together with .To(device)");
            }
        }
    }

    /// <summary>
    /// The operands where they can meet: as in PyTorch a number of the processor, a tensor without axes, comes along to
    /// where the others are.
    /// </summary>
    /// <exception cref="InvalidOperationException">Others are on several devices.</exception>
    public static Tensor[] Bring(string operation, params ReadOnlySpan<Tensor> operands)
    {
        var there = operands[0];
        foreach (var operand in operands)
        {
            there = IsNumber(there) ? operand : there;
        }

        var together = new Tensor[operands.Length];
        for (var i = 0; i < together.Length; i++)
        {
            together[i] = IsNumber(operands[i]) ? operands[i].To(there.Device) : operands[i];
        }

        Require(operation, together);
        return together;
    }

    private static bool IsNumber(Tensor tensor) => tensor.Shape.Rank == 0 && tensor.Device == Device.Cpu;

    extension(Tensor tensor)
    {
        /// <summary>Whether another tensor is on the same device.</summary>
        public bool LiesWith(Tensor other) => tensor.Storage.Maker == other.Storage.Maker;
    }
}
