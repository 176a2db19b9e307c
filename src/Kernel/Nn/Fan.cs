namespace NotebookGrad.Nn;

/// <summary>How many numbers go into each number that a layer makes, and into how many each goes.</summary>
internal readonly record struct Fan(double In, double Out)
{
    /// <summary>Those of a weight [out, in, …], with as many for each as a kernel has places.</summary>
    /// <exception cref="ArgumentException">It has fewer than two axes.</exception>
    public static Fan Of(string operation, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Shape.Rank < 2)
        {
            throw new ArgumentException(
                $"{operation}: {weight.Describe()} must have at least two axes, [out, in, …]; for biases use "
                + "Init.Zeros_ or Init.Uniform_");
        }

        var places = weight.Shape.Lengths[2..].ToArray().Aggregate(1.0, (product, length) => product * length);
        return new(weight.Shape[1] * places, weight.Shape[0] * places);
    }

    /// <summary>One of the two by PyTorch's word for it.</summary>
    /// <exception cref="ArgumentException">It is another word.</exception>
    public double Of(string operation, string mode) => mode switch
    {
        "fan_in" => In,
        "fan_out" => Out,
        _ => throw new ArgumentException($"{operation}: mode \"{mode}\" is neither \"fan_in\" nor \"fan_out\""),
    };
}
