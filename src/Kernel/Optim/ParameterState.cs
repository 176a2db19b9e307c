namespace NotebookGrad;

/// <summary>What an optimiser remembers of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Progress">What is one number each, the count of steps first, of float64.</param>
/// <param name="Buffers">What goes along with its elements, each of its shape.</param>
internal sealed record ParameterState(Tensor Parameter, Tensor Progress, Tensor[] Buffers)
{
    /// <summary>What there is of a parameter that has taken no step.</summary>
    public static ParameterState Of(Tensor parameter, OptimizerState[] states) => new(
        parameter,
        Tensor.Of([.. from state in states where state.IsNumber select state.Initial]).To(parameter.Device),
        [
            .. from state in states
               where !state.IsNumber
               select Tensor.Full(parameter.Shape, state.Initial, dtype: parameter.DType, device: parameter.Device),
        ]);

    /// <summary>The same by the names of the states; the tensors show what the next step reads and changes.</summary>
    public Dictionary<string, Tensor> ByName(OptimizerState[] states)
    {
        var (numbers, buffers) = (0, 0);
        var named = new Dictionary<string, Tensor>();
        foreach (var state in states)
        {
            named[state.Name] = state.IsNumber ? Number(numbers++) : Buffers[buffers++];
        }

        return named;
    }

    private Tensor Number(int number) => new(Progress.Storage, Progress[number..(number + 1)].Layout);
}
