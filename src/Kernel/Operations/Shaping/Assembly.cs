using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Tensors put together, each as one part of the result, with zeros between: cat, stack, block_diag.</summary>
internal sealed class Assembly(string name, Shape shape, Region[] parts) : Operation
{
    public override string Name => name;

    public override Notation Notation { get; } = new(
        name, name + "(" + Listed(parts.Length) + ")", "\\operatorname{{" + name + "}}(" + Listed(parts.Length) + ")")
    {
        Pullbacks = [.. parts.Select(_ => "its part of {g}")],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var whole = operands[0].EmptyLike(operands[0].DType, shape);
        if (operands.ToArray().Sum(operand => operand.Count) < whole.Count)
        {
            whole.Backend.Fill(whole.View, 0);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            whole.Backend.Copy(operands[i].View, new(whole.Storage, parts[i].Pick(whole.Layout)));
        }

        return whole;
    }

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => parts[operand].Apply(gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        parts[operand].Placed(shape).Apply(tangent);

    private static string Listed(int count) => count <= 3
        ? string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{{i}}}"))
        : $"{{0}}, …, {{{count - 1}}}";
}
