namespace NotebookGrad.Nn;

/// <summary>Joins axes, by default all but the samples'.</summary>
/// <param name="startDim">The first axis to be joined.</param>
/// <param name="endDim">The last.</param>
public sealed class Flatten(int startDim = 1, int endDim = -1) : Module<Tensor, Tensor>
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => input.Flatten(startDim, endDim);
}
