namespace NotebookGrad.Data;

/// <summary>Some items of a dataset, in an order of their own; batches are the dataset's.</summary>
internal sealed class Subset<T>(Dataset<T> source, int[] indices) : Dataset<T>
{
    public override int Count => indices.Length;

    protected override T ItemAt(int index) => source[indices[index]];

    protected override Tensor[] Collect(ReadOnlySpan<int> chosen)
    {
        var places = new int[chosen.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = indices[chosen[i]];
        }

        return source.Batch(places);
    }
}
