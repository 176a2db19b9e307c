namespace NotebookGrad.Operations;

/// <summary>What normalisations demand of their operands.</summary>
internal static class NormalizationChecks
{
    /// <summary>The shape of one number a channel, as it broadcasts to [N, C, …].</summary>
    public static Shape OfChannels(Shape input)
    {
        int[] lengths = [.. Enumerable.Repeat(1, input.Rank)];
        lengths[1] = input[1];
        return lengths;
    }

    /// <summary>Checks an input [N, C, …] and parameters [C].</summary>
    /// <exception cref="ArgumentException">A shape or dtype does not fit.</exception>
    public static void Channels(
        string operation, Tensor input, params ReadOnlySpan<(string Role, Tensor? Tensor)> parameters)
    {
        if (input.Shape.Rank < 2)
        {
            throw new ArgumentException(
                $"{operation}: {input.Describe()} has no axis of channels; it must be [samples, channels, …]");
        }

        Check(operation, input, [input.Shape[1]], "one number a channel (axis 1)", parameters);
    }

    /// <summary>Checks an input whose innermost axes are normalised, and parameters of their shape.</summary>
    /// <exception cref="ArgumentException">A shape or dtype does not fit.</exception>
    public static void Innermost(
        string operation, Tensor input, Shape normalizedShape,
        params ReadOnlySpan<(string Role, Tensor? Tensor)> parameters)
    {
        var outer = input.Shape.Rank - normalizedShape.Rank;
        if (normalizedShape.Rank == 0 || outer < 0
            || !input.Shape.Lengths[outer..].SequenceEqual(normalizedShape.Lengths))
        {
            throw new ArgumentException(
                $"{operation}: {input.Describe()} does not end in the axes {normalizedShape} that are to be "
                + "normalised; pass the lengths of its innermost axes, at least one");
        }

        Check(operation, input, normalizedShape, "the shape that is normalised", parameters);
    }

    /// <summary>Checks that there is a variance.</summary>
    /// <exception cref="ArgumentException">It would be that of a single number.</exception>
    public static void MoreThanOne(string operation, Tensor input, long count)
    {
        if (count == 1)
        {
            throw new ArgumentException(
                $"{operation}: {input.Describe()} has a single value a channel, whose variance is 0: every output "
                + "would be the bias. Train on more values, or evaluate with running statistics.");
        }
    }

    private static void Check(
        string operation, Tensor input, Shape shape, string meaning,
        ReadOnlySpan<(string Role, Tensor? Tensor)> parameters)
    {
        input.OnlyReal(operation);
        foreach (var (role, parameter) in parameters)
        {
            if (parameter is not null && (parameter.Shape != shape || parameter.DType != input.DType))
            {
                throw new ArgumentException(
                    $"{operation}: {role} {parameter.Describe()} {parameter.DType.Text} does not fit "
                    + $"{input.Describe()} {input.DType.Text}; it must be {shape} {input.DType.Text}, {meaning}");
            }

            OneDevice.Require(operation, input, parameter);
        }
    }
}
