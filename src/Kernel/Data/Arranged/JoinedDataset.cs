namespace NotebookGrad.Data;

/// <summary>The items of a dataset, and those of another after them.</summary>
internal sealed class JoinedDataset<T>(Dataset<T> first, Dataset<T> second) : Dataset<T>
{
    public override int Count => checked(first.Count + second.Count);

    protected override T ItemAt(int index) => index < first.Count ? first[index] : second[index - first.Count];
}
