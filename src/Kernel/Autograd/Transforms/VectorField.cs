namespace NotebookGrad;

/// <summary>The steps that the derivatives of vector analysis share.</summary>
internal static class VectorField
{
    /// <summary>Refuses a function that does not give a vector of its input's shape, of so many coordinates.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void RequireField(string name, Traced traced, params int[] counts)
    {
        var shape = RequirePoints(name, traced);
        if (counts.Length > 0 && !counts.Contains(shape[^1]))
        {
            throw new ArgumentException(
                $"{name}: {traced.Inputs[0].Describe()} has {shape[^1]} coordinates along its last axis; there must be "
                + string.Join(" or ", counts));
        }

        if (traced.Output.Shape != shape)
        {
            throw new ArgumentException(
                $"{name}: the field gave {traced.Output.Describe()} for {traced.Inputs[0].Describe()}; it must give a "
                + "vector of the input's shape");
        }
    }

    /// <summary>Refuses a function that does not give a number for each point.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void RequirePointwise(string name, Traced traced)
    {
        var points = new Shape(RequirePoints(name, traced).ToArray()[..^1]);
        if (traced.Output.Shape != points)
        {
            throw new ArgumentException(
                $"{name}: the function gave {traced.Output.Describe()} for {traced.Inputs[0].Describe()}; it must give "
                + $"a number for each point, {points}");
        }
    }

    /// <summary>A unit step along one coordinate at every point.</summary>
    public static Tensor Axis(Traced traced, int coordinate)
    {
        var x = traced.Inputs[0];
        return Tensor.Eye(x.Shape[^1], dtype: x.DType, device: x.Device)[coordinate].Expand(x.Shape);
    }

    /// <summary>One coordinate of every vector.</summary>
    public static Tensor Component(Tensor vectors, int coordinate) => vectors.Select(-1, coordinate);

    /// <summary>The sum of a term for each coordinate.</summary>
    public static Tensor Sum(Traced traced, Func<int, Tensor> term) =>
        Enumerable.Range(0, traced.Inputs[0].Shape[^1]).Select(term).Aggregate((sum, one) => sum + one);

    /// <summary>Computes from derivatives, recorded where these are.</summary>
    public static Tensor Recorded(Traced traced, Func<Tensor> computation)
    {
        using (Autograd.SetGradEnabled(traced.KeepsGraph))
        {
            return computation();
        }
    }

    private static Shape RequirePoints(string name, Traced traced) =>
        traced.Inputs[0].Shape is { Rank: > 0 } shape && shape[^1] > 0
            ? shape
            : throw new ArgumentException(
                $"{name}: {traced.Inputs[0].Describe()} has no coordinates; they lie along the last axis");
}
