using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>What an optimiser remembers of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Progress">
/// What is one number each, the count of steps first, of float64; on the processor wherever the parameter lies, so that
/// no device waits for a number.
/// </param>
/// <param name="Buffers">What goes along with its elements, each of its shape.</param>
internal sealed record ParameterState(Tensor Parameter, Tensor Progress, Tensor[] Buffers)
{
    /// <summary>What there is of a parameter that has taken no step.</summary>
    public static ParameterState Of(Tensor parameter, OptimizerState[] states) => new(
        parameter,
        Tensor.Of([.. from state in states where state.IsNumber select state.Initial], device: Device.Cpu),
        [
            .. from state in states
               where !state.IsNumber
               select Tensor.Full(parameter.Shape, state.Initial, dtype: parameter.DType, device: parameter.Device),
        ]);

    /// <summary>Brings what goes along with the elements to where, and to what, these are by now.</summary>
    public void Follow()
    {
        for (var i = 0; i < Buffers.Length; i++)
        {
            Buffers[i] = Buffers[i].To(Parameter.Device).To(Parameter.DType);
        }
    }

    /// <summary>What a step reads and changes.</summary>
    /// <param name="gradient">The gradient, or what else the step takes for one.</param>
    /// <param name="changed">What changes, contiguous.</param>
    public UpdateOperands Operands(Tensor gradient, Tensor changed) => new(
        Progress.View, gradient.Contiguous().View, changed.View, Array.ConvertAll(Buffers, buffer => buffer.View));

    /// <summary>Says that a step has changed all this.</summary>
    public void Count(string operation)
    {
        InPlace.Count(operation, Progress);
        Array.ForEach(Buffers, buffer => InPlace.Count(operation, buffer));
    }

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
