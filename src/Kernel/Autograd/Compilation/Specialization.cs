using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// A compiled function for inputs of one kind. It is called and recorded until two calls running have done the same;
/// from then on a plan does that. So what changes from call to call is found out before a plan could miss it.
/// </summary>
internal sealed class Specialization(Tensor[] inputs)
{
    private const int MostVainTraces = 12;

    private readonly InputKind[] kinds = [.. inputs.Select((_, i) => InputKind.Of(inputs, i))];
    private readonly bool isRecording = Autograd.IsRecording;
    private readonly Lock gate = new();
    private Recording? last;
    private Plan? plan;
    private int vainTraces;

    /// <summary>The inputs as they are written in reports.</summary>
    public string Signature =>
        $"({string.Join(", ", kinds.Select(kind => $"{kind.DType.Text} {kind.Layout.Shape}"))})"
        + (isRecording ? string.Empty : " under NoGrad");

    /// <summary>What is done instead of calling the function, if that is known.</summary>
    public Plan? Plan => Volatile.Read(ref plan);

    /// <summary>How often the function was recorded.</summary>
    public int Traces { get; private set; }

    /// <summary>Why there is no plan, or was none at last; null if the function has not been recorded twice.</summary>
    public string? Objection { get; private set; }

    /// <summary>Whether the function has been recorded often enough, and never done the same twice running.</summary>
    public bool HasGivenUp => vainTraces >= MostVainTraces;

    /// <summary>Whether inputs are of this kind, here and now.</summary>
    public bool Fits(Tensor[] inputs)
    {
        if (inputs.Length != kinds.Length || isRecording != Autograd.IsRecording)
        {
            return false;
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            if (!kinds[i].Fits(InputKind.Of(inputs, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Calls the function, records what it does, and makes a plan if that is what it did before.</summary>
    public Tensor Trace(Func<Tensor[], Tensor> function, Tensor[] inputs)
    {
        var recorder = new Recorder(inputs);
        Tensor result;
        using ((AutogradMode.Current with { Recorder = recorder }).Enter())
        {
            result = function(inputs)
                ?? throw new InvalidOperationException("compile: the function gave null; return a tensor");
        }

        recorder.Differentiate(result);
        Learn(recorder.Finish(result));
        return result;
    }

    private void Learn(Recording recording)
    {
        lock (gate)
        {
            Traces++;
            Objection = recording.Refusal ?? last?.DifferenceTo(recording);
            var isSame = last is not null && Objection is null;
            vainTraces = isSame ? 0 : vainTraces + 1;
            Volatile.Write(ref plan, isSame ? new Plan(recording, FixedInputs(recording)) : null);
            last = recording.Refusal is null ? recording : null;
        }
    }

    // That a function does not also use an input from outside shows where it was given two and did the same to both.
    private Storage?[] FixedInputs(Recording recording)
    {
        var before = plan?.FixedInputs ?? last!.Inputs;
        return [.. recording.Inputs.Select((storage, i) => storage == before[i] ? storage : null)];
    }
}
