using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A copy on another device; gradients come back the same way.</summary>
internal sealed class Transfer(Device from, Device to) : Linear
{
    public override string Name => "to";

    public override Notation Notation { get; } = new($"to {to}", "{0}", "{0}", "1");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        return x.DType switch
        {
            DType.Bool => Copy<bool>(x),
            DType.Int64 => Copy<long>(x),
            DType.Float32 => Copy<float>(x),
            _ => Copy<double>(x),
        };
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.To(from);

    private Tensor Copy<T>(Tensor x)
        where T : unmanaged => TensorCreation.Make<T>(x.ToArray<T>(), x.Shape, false, null, to);
}
