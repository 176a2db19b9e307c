using System.Collections.Concurrent;

namespace NotebookGrad;

/// <summary>A function that is done by a plan where one fits the inputs, and called where none does.</summary>
internal sealed class CompiledFunction(Func<Tensor[], Tensor> function)
{
    private const int MostKinds = 8;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, long> fallbacks = [];
    private Specialization[] kinds = [];
    private long calls;
    private long replays;

    /// <summary>What has become of all calls so far.</summary>
    public CompilationReport Report() => new()
    {
        Calls = Volatile.Read(ref calls),
        Replays = Volatile.Read(ref replays),
        Traces = kinds.Sum(kind => kind.Traces),
        Fallbacks = fallbacks.OrderByDescending(pair => pair.Value).ToDictionary(),
        Plans =
        [
            .. from kind in kinds
               let plan = kind.Plan
               where plan is not null
               select PlanReport.Of(kind.Signature, plan),
        ],
    };

    /// <summary>The function's value.</summary>
    /// <exception cref="ArgumentNullException">An input is null.</exception>
    public Tensor Call(params Tensor[] inputs)
    {
        if (Array.IndexOf(inputs, null) is var missing and >= 0)
        {
            throw new ArgumentNullException(
                nameof(inputs), $"compile: input {missing} of the compiled function is null; give a tensor");
        }

        if (AutogradMode.CurrentRecorder is not null)
        {
            return function(inputs); // part of another function that is being recorded
        }

        Interlocked.Increment(ref calls);
        if (WhyNotHere(inputs) is { } reason)
        {
            return FallBack(reason, inputs);
        }

        var kind = Array.Find(kinds, kind => kind.Fits(inputs)) ?? Add(inputs);
        if (kind is null)
        {
            return FallBack($"inputs of more than {MostKinds} kinds; give them equal shapes and layouts", inputs);
        }

        if (kind.Plan is { } plan)
        {
            if (plan.Objection(inputs) is not { } objection)
            {
                Interlocked.Increment(ref replays);
                return plan.Run(inputs, function);
            }

            Count(objection);
        }

        if (kind.HasGivenUp)
        {
            return FallBack(kind.Objection ?? "it does something else again and again", inputs);
        }

        var result = kind.Trace(function, inputs);
        if (kind.Plan is null && kind.Objection is { } found)
        {
            Count(found);
        }

        return result;
    }

    private static string? WhyNotHere(Tensor[] inputs) =>
        BackwardScope.Current is not null ? "called inside a backward pass"
        : AutogradMode.FindsAnomalies ? "called under Autograd.DetectAnomaly(), which looks at every operation"
        : AutogradMode.MakesInferenceTensors ? "called under Autograd.InferenceMode()"
        : AutogradMode.CurrentPacker is not null ? "called where saved tensors are packed"
        : Array.Exists(inputs, input => input.Node?.Hooks is not null) ? "an input has hooks"
        : null;

    private Tensor FallBack(string reason, Tensor[] inputs)
    {
        Count(reason);
        return function(inputs);
    }

    private void Count(string reason) => fallbacks.AddOrUpdate(reason, 1, (_, count) => count + 1);

    private Specialization? Add(Tensor[] inputs)
    {
        lock (gate)
        {
            if (Array.Find(kinds, kind => kind.Fits(inputs)) is { } known)
            {
                return known;
            }

            var added = kinds.Length < MostKinds ? new Specialization(inputs) : null;
            kinds = added is null ? kinds : [.. kinds, added];
            return added;
        }
    }
}
