namespace NotebookGrad.Data;

/// <summary>The items of a dataset, with a function that makes batches of them.</summary>
internal sealed class CollatedDataset<T>(Dataset<T> source, Func<IReadOnlyList<T>, Tensor[]> collate) : Dataset<T>
{
    public override int Count => source.Count;

    protected override T ItemAt(int index) => source[index];

    protected override Tensor[] Collect(ReadOnlySpan<int> indices) => collate(Items(indices));
}
