namespace NotebookGrad.Exploration;

/// <summary>Tensors and their gradients, put back to the last bit when this is disposed of.</summary>
internal sealed class KeptTensors : IDisposable
{
    private readonly (Tensor Tensor, Tensor Elements, Tensor? Gradient, Tensor? Slopes)[] kept;

    public KeptTensors(IEnumerable<Tensor> tensors) => kept =
    [
        .. from tensor in tensors.Distinct()
           let gradient = tensor is { IsLeaf: true, RequiresGrad: true } ? tensor.Grad : null
           select (tensor, tensor.Detach().Clone(), gradient, gradient?.Detach().Clone()),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        using (Autograd.NoGrad())
        {
            foreach (var (tensor, elements, gradient, slopes) in kept)
            {
                tensor.Copy_(elements);
                if (tensor.RequiresGrad)
                {
                    gradient?.Copy_(slopes!);
                    tensor.Grad = gradient;
                }
            }
        }
    }
}
