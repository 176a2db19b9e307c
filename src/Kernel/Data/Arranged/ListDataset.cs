namespace NotebookGrad.Data;

/// <summary>The items of a list.</summary>
internal sealed class ListDataset<T>(IReadOnlyList<T> items) : Dataset<T>
{
    public override int Count => items.Count;

    protected override T ItemAt(int index) => items[index];
}
