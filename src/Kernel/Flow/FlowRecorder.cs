using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Follows backward passes, and remembers what it sees at some of them.</summary>
internal sealed class FlowRecorder : IPassObserver
{
    public FlowRecorder(WatchedParameters watched, int every) => throw new NotImplementedException();

    public long Steps => 0;

    public FlowSnapshot Snapshot() => throw new NotImplementedException();

    public IPassWatch? Begin(IReadOnlyList<Tensor> roots) => null;
}
