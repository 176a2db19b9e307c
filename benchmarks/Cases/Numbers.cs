namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Inputs that both sides make by the same formula, and the comparison of what comes out.</summary>
internal static class Numbers
{
    /// <summary>Element i is sin(pace · i), row by row.</summary>
    public static Tensor Wave(double pace, params int[] shape)
    {
        var values = new float[Shape.Create(shape).Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)Math.Sin(pace * i);
        }

        return Tensor.Of(values).Reshape(shape);
    }

    /// <summary>The same as a leaf that requires a gradient.</summary>
    public static Tensor Parameter(double pace, params int[] shape)
    {
        var parameter = Wave(pace, shape);
        parameter.RequiresGrad = true;
        return parameter;
    }

    /// <summary>Element i is 7·i modulo a bound, row by row, int64.</summary>
    public static Tensor Positions(int bound, params int[] shape)
    {
        var values = new long[Shape.Create(shape).Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = 7L * i % bound;
        }

        return Tensor.Of(values).Reshape(shape);
    }

    /// <summary>The sum of squares with weights 1 to 7 in turn, so that order counts and nothing cancels.</summary>
    public static double Fingerprint(params Tensor[] tensors)
    {
        double sum = 0;
        foreach (var tensor in tensors)
        {
            var values = tensor.Detach().To(DType.Float64).ToArray<double>();
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[i] * values[i] * ((i % 7) + 1);
            }
        }

        return sum;
    }
}
