namespace NotebookGrad.Operations;

/// <summary>
/// Sums of products over axes named by letters. Each operand is brought to letters of its own, each once; then two at a
/// time are contracted.
/// </summary>
internal static class Einsum
{
    /// <summary>
    /// The product of operands whose axes have these letters, summed over all that are not in the result.
    /// </summary>
    /// <exception cref="ArgumentException">Two axes of one letter differ in length, and neither is 1.</exception>
    public static Tensor Apply(string operation, string[] terms, string result, Tensor[] operands)
    {
        var lengths = Lengths(operation, terms, operands);
        var dtype = operands.Aggregate(operands[0].DType, (common, next) => common > next.DType ? common : next.DType);
        dtype = dtype == DType.Bool ? DType.Int64 : dtype;
        var letters = (string[])terms.Clone();
        var parts = new Tensor[operands.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            (parts[i], letters[i]) = Distinct(operands[i].To(dtype), letters[i]);
            (parts[i], letters[i]) = WithoutStretched(parts[i], letters[i], lengths);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var wanted = string.Concat(letters.Where((_, other) => other != i)) + result;
            int[] lone = [.. Enumerable.Range(0, letters[i].Length).Where(axis => !wanted.Contains(letters[i][axis]))];
            parts[i] = lone.Length == 0 ? parts[i] : parts[i].Sum(lone);
            letters[i] = string.Concat(letters[i].Where(wanted.Contains));
        }

        var tree = ContractionTree.Of(letters, result, lengths);
        return tree.Left is null
            ? Ordered(parts[0], letters[0], result)
            : Contract(tree, parts);
    }

    private static Tensor Contract(ContractionTree tree, Tensor[] parts) =>
        tree is { Left: { } left, Right: { } right }
            ? new Contraction(left.Letters, right.Letters, tree.Letters)
                .Apply(Contract(left, parts), Contract(right, parts))
            : parts[tree.Operand];

    private static Tensor Ordered(Tensor x, string letters, string result) =>
        letters == result ? x : x.Permute([.. result.Select(letter => letters.IndexOf(letter))]);

    // Axes of one letter within an operand become their diagonal.
    private static (Tensor Part, string Letters) Distinct(Tensor x, string letters)
    {
        for (var first = 0; first < letters.Length; first++)
        {
            while (letters.IndexOf(letters[first], first + 1) is var second and > 0)
            {
                x = x.Diagonal(0, first, second);
                letters = letters.Remove(second, 1).Remove(first, 1) + letters[first];
            }
        }

        return (x, letters);
    }

    // An axis of length 1 that others stretch has no part in the sum: it is left away.
    private static (Tensor Part, string Letters) WithoutStretched(
        Tensor x, string letters, Dictionary<char, int> lengths)
    {
        int[] kept = [.. Enumerable.Range(0, letters.Length).Where(axis => x.Shape[axis] == lengths[letters[axis]])];
        return (x.Reshape([.. kept.Select(axis => x.Shape[axis])]), string.Concat(kept.Select(axis => letters[axis])));
    }

    private static Dictionary<char, int> Lengths(string operation, string[] terms, Tensor[] operands)
    {
        var lengths = new Dictionary<char, int>();
        for (var i = 0; i < operands.Length; i++)
        {
            for (var axis = 0; axis < terms[i].Length; axis++)
            {
                var (letter, length) = (terms[i][axis], operands[i].Shape[axis]);
                var within = operands[i].Shape[terms[i].IndexOf(letter)];
                var known = lengths.GetValueOrDefault(letter, 1);
                if (length != within || (length != known && length != 1 && known != 1))
                {
                    throw new ArgumentException(
                        $"{operation}: axis {axis} of operand {i}, {operands[i].Describe()}, has length {length}, but "
                        + $"subscript {letter} stands for {(length != within ? within : known)} elsewhere; lengths "
                        + "must be equal, or 1 in another operand");
                }

                lengths[letter] = length == 1 ? known : length;
            }
        }

        return lengths;
    }
}
