namespace NotebookGrad.Data;

/// <summary>What a function makes of the items of a dataset.</summary>
internal sealed class MappedDataset<T, TResult>(Dataset<T> source, Func<T, TResult> map) : Dataset<TResult>
{
    public override int Count => source.Count;

    protected override TResult ItemAt(int index) => map(source[index]);
}
