using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Views;

/// <summary>Takes the snapshot that a view or an export shows of a thing, with the notebook's names in it.</summary>
internal static class SnapshotOf
{
    /// <summary>
    /// The snapshot of a tensor, a node, a module, a gradient flow, a loop or devices as they stand now; anything else
    /// is one already.
    /// </summary>
    public static object Thing(object thing, VariableNames names) => thing switch
    {
        Tensor tensor => Named(tensor, names),
        Node node => node.Chain(),
        Module module => module.Summary(),
        GradientFlow flow => flow.Snapshot(),
        ProgressLoop loop => loop.Snapshot(),
        Device device => device.Snapshot(),
        DeviceList devices => devices.Snapshot(),
        _ => thing,
    };

    private static TensorSnapshot Named(Tensor tensor, VariableNames names)
    {
        // A tensor that no graph has met has no identity there; its variable is known all the same.
        var snapshot = tensor.Snapshot();
        return snapshot.Name is null ? snapshot with { Name = names.NameOf(tensor) } : snapshot;
    }
}
