using NotebookGrad.Data;

namespace NotebookGrad;

/// <summary>
/// Numbered items, such as images with their labels. An own one says how many there are and what each is; with
/// <see cref="DataLoader"/> and workers, several threads may ask for items at a time.
/// </summary>
/// <typeparam name="T">What an item is: tensors, numbers, and tuples of them go into batches as they are.</typeparam>
public abstract class Dataset<T> : IBatchSource
{
    /// <inheritdoc/>
    public abstract int Count { get; }

    /// <summary>An item; <c>dataset[^1]</c> is the last, and <c>dataset[..10]</c> a dataset of the first ten.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public T this[int index] => ItemAt(Checked(index));

    /// <inheritdoc/>
    public Tensor[] Batch(params ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            Checked(index);
        }

        return Collect(indices);
    }

    /// <summary>All items as one batch: <c>var (x, y) = test.All();</c>.</summary>
    /// <exception cref="ArgumentException">The items do not fit together.</exception>
    public Tensor[] All() => Batch([.. Enumerable.Range(0, Count)]);

    /// <summary>A dataset whose items are what a function makes of these, each time they are asked for.</summary>
    public Dataset<TResult> Map<TResult>(Func<T, TResult> map) => new MappedDataset<T, TResult>(this, map);

    /// <summary>The items of these numbers, in this order.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public Dataset<T> Subset(params int[] indices) =>
        new Subset<T>(this, Array.ConvertAll(indices, Checked));

    /// <summary>So many items from a number on, as <c>dataset[start..end]</c>.</summary>
    /// <exception cref="ArgumentException">There are fewer items.</exception>
    public Dataset<T> Slice(int start, int length) => start >= 0 && length >= 0 && start <= Count - length
        ? new Subset<T>(this, [.. Enumerable.Range(start, length)])
        : throw new ArgumentException($"slice: {this} has no {length} items from {start} on; count from 0 to {Count}");

    /// <summary>These items, and those of another dataset after them.</summary>
    public Dataset<T> Concat(Dataset<T> other) => new JoinedDataset<T>(this, other);

    /// <summary>
    /// The same items, with a function that makes a batch of some: for those of different lengths, say, which it pads.
    /// </summary>
    public Dataset<T> Collate(Func<IReadOnlyList<T>, Tensor[]> collate) => new CollatedDataset<T>(this, collate);

    /// <summary>Two parts of the dataset, in random order: so many items to learn from, and the rest.</summary>
    /// <param name="count">How many items the first part gets.</param>
    /// <param name="seed">The same seed, the same parts; without one, <c>Tensor.Seed</c> decides.</param>
    /// <exception cref="ArgumentException">There are fewer items, or the count is negative.</exception>
    public (Dataset<T> Train, Dataset<T> Test) Split(int count, long? seed = null)
    {
        if (count < 0 || count > Count)
        {
            throw new ArgumentException(
                $"split: {count} items of {this}; give a count from 0 to {Count}, or a share such as 0.8");
        }

        var generator = seed is { } known ? new Generator(known) : Generator.Default;
        var order = Array.ConvertAll(generator.Permutation(Count), index => (int)index);
        return (new Subset<T>(this, order[..count]), new Subset<T>(this, order[count..]));
    }

    /// <summary>Two parts of the dataset, in random order: a share of the items to learn from, and the rest.</summary>
    /// <param name="share">What the first part gets, from 0 to 1; rounded to whole items.</param>
    /// <param name="seed">The same seed, the same parts; without one, <c>Tensor.Seed</c> decides.</param>
    /// <exception cref="ArgumentException">The share is not from 0 to 1.</exception>
    public (Dataset<T> Train, Dataset<T> Test) Split(double share, long? seed = null) => share is >= 0 and <= 1
        ? Split((int)Math.Round(share * Count), seed)
        : throw new ArgumentException(FormattableString.Invariant(
            $"split: a share of {share} of {this}; give one from 0 to 1, or a count as a whole number"));

    /// <summary>What the dataset is, and how many items it has.</summary>
    public override string ToString() => $"{GetType().Name.Split('`')[0]} of {Count} items";

    /// <summary>The item of a number that is from 0 up to, but not with, the count.</summary>
    protected abstract T ItemAt(int index);

    /// <summary>Items of such numbers as a batch: one after another, stacked, unless there is a shorter way.</summary>
    /// <exception cref="InvalidOperationException">An item threw an exception, which is the inner one.</exception>
    protected virtual Tensor[] Collect(ReadOnlySpan<int> indices) => Collation.Stack(Items(indices), indices);

    /// <summary>Items of such numbers, one after another.</summary>
    /// <exception cref="InvalidOperationException">An item threw an exception, which is the inner one.</exception>
    protected T[] Items(ReadOnlySpan<int> indices)
    {
        var items = new T[indices.Length];
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                items[i] = ItemAt(indices[i]);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                throw new InvalidOperationException($"item {indices[i]} of {this}: {problem.Message}", problem);
            }
        }

        return items;
    }

    private int Checked(int index) => index >= 0 && index < Count
        ? index
        : throw new ArgumentException($"there is no item {index} in {this}; they count from 0 to {Count - 1}");
}
