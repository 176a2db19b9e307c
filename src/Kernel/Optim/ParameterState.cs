namespace NotebookGrad;

/// <summary>What an optimiser remembers of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Step">How many steps it has taken, [1] of float64.</param>
/// <param name="Buffers">What goes along with its elements, each of its shape.</param>
internal sealed record ParameterState(Tensor Parameter, Tensor Step, Tensor[] Buffers)
{
    /// <summary>What there is of a parameter that has taken no step.</summary>
    public static ParameterState Of(Tensor parameter, int buffers) => new(
        parameter,
        Tensor.Zeros([1], dtype: DType.Float64, device: parameter.Device),
        [.. Enumerable.Range(0, buffers).Select(_ =>
            Tensor.Full(parameter.Shape, 0, dtype: parameter.DType, device: parameter.Device))]);
}
