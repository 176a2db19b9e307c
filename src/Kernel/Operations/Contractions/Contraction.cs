using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The sum of products of two tensors over axes that carry the same letter: an einsum of two operands in which every
/// letter stands once in an operand, and in two of operands and result. So the derivative by either operand is again
/// a contraction, of the gradient and the other.
/// </summary>
internal sealed class Contraction(string left, string right, string result) : Operation
{
    public override string Name => "einsum";

    public override Notation Notation { get; } = new(
        $"{left},{right}→{result}",
        $"Σ {{0}}[{left}]·{{1}}[{right}]",
        $$$"""\textstyle\sum {0}_{{{{{left}}}}}\, {1}_{{{{{right}}}}}""")
    {
        Pullbacks = [$"Σ {{g}}[{result}]·{{1}}[{right}]", $"Σ {{0}}[{left}]·{{g}}[{result}]"],
    };

    internal override bool IsProduct => true;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0].Detach(), operands[1].Detach());
        var batch = string.Concat(left.Where(letter => right.Contains(letter) && result.Contains(letter)));
        var summed = string.Concat(left.Where(letter => right.Contains(letter) && !result.Contains(letter)));
        var rows = string.Concat(left.Where(letter => !right.Contains(letter)));
        var columns = string.Concat(right.Where(letter => !left.Contains(letter)));

        // Without a sum there is nothing that a product of matrices would do better than multiplication.
        var product = summed.Length == 0
            ? Spread(a, left, batch + rows, columns.Length) * Spread(b, right, batch, rows.Length, columns)
            : Matrices(a, left, batch, rows, summed).MatMul(Matrices(b, right, batch, summed, columns));
        int Length(char letter) =>
            left.Contains(letter) ? a.Shape[left.IndexOf(letter)] : b.Shape[right.IndexOf(letter)];
        var letters = batch + rows + columns;
        return product.Reshape([.. letters.Select(Length)]).Permute(Order(letters, result));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand == 0
        ? new Contraction(result, right, left).Apply(gradient, kept[1])
        : new Contraction(left, result, right).Apply(kept[0], gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        operand == 0 ? Apply(tangent, kept[1]) : Apply(kept[0], tangent);

    // Where each of some letters is among others.
    private static int[] Order(string from, string to) => [.. to.Select(letter => from.IndexOf(letter))];

    // As matrices, each of the axes that a group of letters stands for.
    private static Tensor Matrices(Tensor x, string letters, string batch, string rows, string columns)
    {
        int Count(string group) => (int)new Shape([.. group.Select(letter => x.Shape[letters.IndexOf(letter)])]).Count;
        return x.Permute(Order(letters, batch + rows + columns)).Reshape(Count(batch), Count(rows), Count(columns));
    }

    // The axes in order, with unit axes put in before the last ones, so that they broadcast with the other's.
    private static Tensor Spread(Tensor x, string letters, string first, int units, string last = "")
    {
        var ordered = x.Permute(Order(letters, first + last));
        var (before, after) = (ordered.Shape.ToArray()[..first.Length], ordered.Shape.ToArray()[first.Length..]);
        return ordered.Reshape([.. before, .. Enumerable.Repeat(1, units), .. after]);
    }
}
