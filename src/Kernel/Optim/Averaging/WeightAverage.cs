using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Averages of parameters over a training, which often do better than the last ones: equal weights as PyTorch's
/// <c>AveragedModel</c> has them, or an exponential moving average. Izmailov et al., Averaging Weights Leads to Wider
/// Optima and Better Generalization (2018).
/// </summary>
/// <example><code>
/// var average = new WeightAverage(parameters, decay: 0.999);
/// … optimizer.Step(); average.Update(); …
/// using (average.Apply()) { … } // the parameters are the averages in here
/// </code></example>
public sealed class WeightAverage
{
    private const string Name = "weight_average";

    private readonly AverageUpdate kernel;
    private readonly Tensor options;
    private readonly ParameterState[] states;
    private bool isApplied;

    /// <summary>An average of tensors, of which the first update takes the values as they are.</summary>
    /// <param name="parameters">Tensors of real numbers, parameters or others such as running means.</param>
    /// <param name="decay">
    /// How much of the average an update leaves, from 0 to below 1: average = decay·average + (1 − decay)·parameter.
    /// Null for equal weights.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are no parameters, one has whole numbers or lies on another device, or the decay is out of bounds.
    /// </exception>
    public WeightAverage(IEnumerable<Tensor> parameters, double? decay = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Tensor[] given = [.. parameters];
        Check(given);
        kernel = new AverageUpdate(decay is null);
        var number = new OptimizerOption("decay", decay ?? 0, 1).Checked(Name).Value;
        options = Tensor.Of([number], device: Device.Cpu);
        states = Array.ConvertAll(given, one => ParameterState.Of(one, [OptimizerState.Step, new("average")]));
        Averages = Array.ConvertAll(states, state => state.Buffers[0]);
        foreach (var state in states)
        {
            state.Buffers[0].Copy_(state.Parameter.Detach());
        }
    }

    /// <summary>The averages, in the order of the parameters; the same tensors after each update.</summary>
    public IReadOnlyList<Tensor> Averages { get; }

    /// <summary>
    /// Takes the parameters as they are now into the averages, in one pass over both; it may be part of a compiled
    /// function.
    /// </summary>
    /// <exception cref="InvalidOperationException">The parameters are the averages at the time.</exception>
    public void Update()
    {
        RefuseIfApplied("Update");
        OneDevice.Require(Name, [.. states.Select(state => state.Parameter), .. Averages]);
        Averages[0].Backend.Update(kernel, options.View, Array.ConvertAll(states, Operands));
        Array.ForEach(states, state => state.Count(Name));
    }

    /// <summary>Sets the parameters to the averages until what is given back is disposed of, or for good.</summary>
    /// <exception cref="InvalidOperationException">They are that already.</exception>
    public IDisposable Apply()
    {
        RefuseIfApplied("Apply");
        var before = Array.ConvertAll(states, state => state.Parameter.Detach().Clone());
        Set(Averages);
        isApplied = true;
        return new Scope(() =>
        {
            Set(before);
            isApplied = false;
        });
    }

    private static UpdateOperands Operands(ParameterState state) => new(
        state.Progress.View, state.Parameter.Detach().Contiguous().View, state.Buffers[0].View, default);

    private void Set(IReadOnlyList<Tensor> values)
    {
        using (Autograd.NoGrad())
        {
            foreach (var (state, value) in states.Zip(values))
            {
                state.Parameter.Copy_(value);
            }
        }
    }

    private void RefuseIfApplied(string call)
    {
        if (isApplied)
        {
            throw new InvalidOperationException(
                $"{Name}: the parameters are their averages already; dispose of what Apply gave before {call}");
        }
    }

    private static void Check(Tensor[] given)
    {
        if (given.Length == 0)
        {
            throw new ArgumentException($"{Name}: there are no parameters; give what is to be averaged");
        }

        foreach (var (i, parameter) in given.Index())
        {
            var problem = !parameter.DType.IsReal ? $"is {parameter.DType.Text}, and only real numbers have averages"
                : parameter.Device != given[0].Device
                    ? $"is on {parameter.Device}, and parameter 0 on {given[0].Device}; make an average for each device"
                : null;
            if (problem is not null)
            {
                throw new ArgumentException($"{Name}: parameter {i}, {parameter.Describe()}, {problem}");
            }
        }
    }

    private sealed class Scope(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
