using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A picture of a gradient flow that is drawn anew while the network is trained.</summary>
internal sealed class LiveFlow : IDisposable
{
    private readonly FlowRecorder recorder;
    private readonly LiveDisplay display = new(LiveHost.Current, TimeProvider.System);
    private bool hasEnded;

    public LiveFlow(FlowRecorder recorder)
    {
        this.recorder = recorder;
        recorder.Looked += Update;
        display.Update(recorder.Snapshot);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!hasEnded)
        {
            hasEnded = true;
            recorder.Looked -= Update;
            display.End(recorder.Snapshot());
        }
    }

    // What draws is not part of the pass, which has just looked.
    private void Update() => BackwardScope.Outside(() =>
    {
        display.Update(recorder.Snapshot);
        return true;
    });
}
