using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The sum of input·output·weight over all places where windows meet is linear in each of the three. An operation
/// takes two of them and gives what the third is multiplied by: from input and weight the convolution (in PyTorch's
/// sense, without turning the kernel), from output and weight the transposed one, from input and output the weight's
/// gradient. So the derivative of each is again one of them.
/// </summary>
internal sealed class Convolution(SlidingAxis[] axes, int groups, ConvolutionRole result) : Operation
{
    private static readonly ConvolutionRole[] Roles = Enum.GetValues<ConvolutionRole>();

    // By the position of the operand.
    private readonly ConvolutionRole[] roles = [.. Roles.Where(role => role != result)];

    public override string Name => result switch
    {
        ConvolutionRole.Input => $"conv_transpose{axes.Length}d",
        ConvolutionRole.Output => $"conv{axes.Length}d",
        _ => $"conv{axes.Length}d_weight",
    };

    public override Notation Notation => result switch
    {
        ConvolutionRole.Input => new(Name, "{0} ⋆ᵀ {1}", "{0} \\star^\\top {1}")
        {
            Pullbacks = ["{g} ⋆ {1}", "windows({g})·{0}"],
        },
        ConvolutionRole.Output => new(Name, "{0} ⋆ {1}", "{0} \\star {1}")
        {
            Pullbacks = ["{g} ⋆ᵀ {1}", "windows({0})·{g}"],
        },
        _ => new(Name, "windows({0})·{1}", "\\operatorname{{windows}}({0}) \\cdot {1}")
        {
            Pullbacks = ["{1} ⋆ᵀ {g}", "{0} ⋆ {g}"],
        },
    };

    internal override bool IsProduct => true;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0].Detach().Contiguous(), operands[1].Detach().Contiguous());
        int[] shape = result switch
        {
            ConvolutionRole.Input => [a.Shape[0], b.Shape[1] * groups, .. axes.Select(axis => axis.Input)],
            ConvolutionRole.Output => [a.Shape[0], b.Shape[0], .. axes.Select(axis => axis.Output)],
            _ => [b.Shape[1], a.Shape[1] / groups, .. axes.Select(axis => axis.Kernel)],
        };
        var made = a.EmptyLike(a.DType, shape);
        var (input, output, weight) = result switch
        {
            ConvolutionRole.Input => (made, a, b),
            ConvolutionRole.Output => (a, made, b),
            _ => (a, b, made),
        };
        made.Backend.Convolve(result, input.View, output.View, weight.View, axes, groups);
        return made;
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var pulled = new Convolution(axes, groups, roles[operand]);
        var other = kept[1 - operand];
        return pulled.roles[0] == result ? pulled.Apply(gradient, other) : pulled.Apply(other, gradient);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        operand == 0 ? Apply(tangent, kept[1]) : Apply(kept[0], tangent);
}
