namespace NotebookGrad;

/// <summary>
/// Rows of tensors: item i is position i of the first axis of each. A batch is picked in one go, however many rows.
/// </summary>
public class TensorDataset : Dataset<Tensor[]>
{
    private readonly Tensor[] tensors;

    /// <summary>Rows of tensors, such as <c>new TensorDataset(images, labels)</c>.</summary>
    /// <exception cref="ArgumentException">There is no tensor, one has no axis, or first axes differ.</exception>
    public TensorDataset(params Tensor[] tensors)
    {
        this.tensors = [.. tensors];
        if (tensors.Length == 0)
        {
            throw new ArgumentException("tensordataset: there are no tensors to take rows of; give one or more");
        }

        foreach (var tensor in tensors)
        {
            if (tensor.Shape.Rank == 0)
            {
                throw new ArgumentException($"tensordataset: {tensor.Describe()} has no axis to take rows from");
            }

            if (tensor.Shape[0] != tensors[0].Shape[0])
            {
                throw new ArgumentException(
                    $"tensordataset: {tensors[0].Describe()} and {tensor.Describe()} have {tensors[0].Shape[0]} and "
                    + $"{tensor.Shape[0]} rows; give each item its row in every tensor");
            }
        }
    }

    /// <inheritdoc/>
    public override int Count => tensors[0].Shape[0];

    /// <inheritdoc/>
    protected override Tensor[] ItemAt(int index) => Array.ConvertAll(tensors, tensor => tensor.Select(0, index));

    /// <inheritdoc/>
    protected override Tensor[] Collect(ReadOnlySpan<int> indices)
    {
        var rows = indices.ToArray();
        return Array.ConvertAll(tensors, tensor => tensor.IndexSelect(0, Tensor.Of(rows, device: tensor.Device)));
    }
}
