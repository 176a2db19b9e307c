namespace NotebookGrad;

/// <summary>
/// A compiled function for inputs of one kind. It is called and recorded until two calls running have done the same;
/// from then on a plan does that. So what changes from call to call is found out before a plan could miss it.
/// </summary>
internal sealed class Specialization(Tensor[] inputs)
{
    private const int MostTraces = 12;

    private readonly InputKind[] kinds = [.. inputs.Select((_, i) => InputKind.Of(inputs, i))];
    private readonly bool isRecording = Autograd.IsRecording;
    private readonly Lock gate = new();
    private Recording? last;
    private Plan? plan;

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

    /// <summary>Whether the function has been recorded often enough.</summary>
    public bool HasGivenUp => Plan is null && Traces >= MostTraces;

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

    /// <summary>Gives the plan up, because something else than the inputs has changed.</summary>
    public void Drop(string objection)
    {
        lock (gate)
        {
            (plan, last, Objection) = (null, null, objection);
        }
    }

    private void Learn(Recording recording)
    {
        lock (gate)
        {
            Traces++;
            if (recording.Refusal is not null)
            {
                (last, Objection) = (null, recording.Refusal);
            }
            else if (last?.DifferenceTo(recording) is { } difference)
            {
                (last, Objection) = (recording, difference);
            }
            else if (last is null)
            {
                last = recording;
            }
            else
            {
                // That an input is not also used from outside shows where two calls were given different ones.
                var fixedInputs = recording.Doubtful.Zip(last.Doubtful, (one, other) => one == other ? one : null);
                Volatile.Write(ref plan, new Plan(recording, [.. fixedInputs]));
                last = null;
            }
        }
    }
}
