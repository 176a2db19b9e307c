using NotebookGrad.Nn;

namespace NotebookGrad.Exploration;

/// <summary>All that steps of a training change, put back to the last bit when this is disposed of.</summary>
internal sealed class TrainingState : IDisposable
{
    private readonly Optimizer optimizer;
    private readonly IReadOnlyDictionary<string, Tensor> options;
    private readonly KeptTensors tensors;

    public TrainingState(Optimizer optimizer, Module? model)
    {
        this.optimizer = optimizer;
        options = optimizer.StateDict();
        var ofModel = model is null ? [] : ModuleTree.Tensors(model).Select(entry => entry.Tensor);
        tensors = new KeptTensors(optimizer.Groups.SelectMany(group => group.Parameters).Concat(ofModel));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tensors.Dispose();
        optimizer.LoadStateDict(options);
    }
}
