using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Inputs that list examples along an axis.</summary>
internal static class Batch
{
    /// <summary>How many examples there are.</summary>
    /// <exception cref="ArgumentException">There are none, or the inputs disagree, or have no such axis.</exception>
    public static int Count(Tensor[] inputs, IReadOnlyList<int?> dims)
    {
        if (dims.Count != inputs.Length)
        {
            throw new ArgumentException($"vmap: {inputs.Length} inputs and {dims.Count} axes; give one for each");
        }

        var first = Enumerable.Range(0, inputs.Length).FirstOrDefault(i => dims[i] is not null, -1);
        if (first < 0)
        {
            throw new ArgumentException("vmap: no input lists examples; give at least one of them an axis");
        }

        var count = Length(inputs[first], dims[first]!.Value);
        for (var i = first; i < inputs.Length; i++)
        {
            if (dims[i] is { } axis && Length(inputs[i], axis) != count)
            {
                throw new ArgumentException(
                    $"vmap: {inputs[first].Describe()} lists {count} examples along axis {dims[first]}, and "
                    + $"{inputs[i].Describe()} {Length(inputs[i], axis)} along axis {axis}");
            }
        }

        return count > 0
            ? count
            : throw new ArgumentException(
                $"vmap: {inputs[first].Describe()} lists no examples, so that the function is never called and the "
                + "shape of its result not known");
    }

    /// <summary>The inputs of one example.</summary>
    public static Tensor[] Example(Tensor[] inputs, IReadOnlyList<int?> dims, int example) =>
        [.. inputs.Select((input, i) => dims[i] is { } axis ? input.Select(axis, example) : input)];

    private static int Length(Tensor input, int axis) => input.Shape[Axes.Number("vmap", input, axis)];
}
