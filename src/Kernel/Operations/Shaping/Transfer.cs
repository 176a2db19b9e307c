using NotebookGrad.Backends.Host;
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
        where T : unmanaged
    {
        var y = Tensor.Empty(to.Backend, x.DType, Layout.Contiguous(x.Shape));
        if (to == Device.Cpu)
        {
            var dense = x.Layout.IsContiguous ? x : x.Converted(x.DType);
            dense.Backend.Read(dense.View, HostBackend.Elements<T>(y.Storage));
        }
        else
        {
            y.Backend.Write<T>(x.ToArray<T>(), y.Storage);
        }

        return y;
    }
}
