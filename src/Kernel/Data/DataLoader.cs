using System.Collections;
using NotebookGrad.Data;

namespace NotebookGrad;

/// <summary>
/// A dataset in batches: <c>foreach (var (images, labels) in loader)</c> is an epoch, which has each item once. The
/// batches are the same whatever the number of workers, and so is what the items draw at random.
/// </summary>
public sealed class DataLoader : IReadOnlyCollection<Tensor[]>
{
    private readonly bool shuffle;
    private readonly bool dropLast;
    private readonly Generator generator;

    /// <summary>A dataset in batches.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="batchSize">How many items a batch has; the last of an epoch may have fewer.</param>
    /// <param name="shuffle">Whether each epoch has the items in a new random order, all equally likely.</param>
    /// <param name="seed">
    /// Decides the orders of all epochs, and what items draw from the default generator: the same seed, the same
    /// batches. Without one it is drawn now, so that <c>Tensor.Seed</c> decides.
    /// </param>
    /// <param name="dropLast">Whether a last batch that has fewer items is left out.</param>
    /// <param name="workers">
    /// How many threads make batches ahead, at most two each; with 0 a batch is made when it is asked for. It pays
    /// where items take time, such as files, and the dataset must stand several threads.
    /// </param>
    /// <exception cref="ArgumentException">The batch size is below 1, or the number of workers below 0.</exception>
    public DataLoader(
        IBatchSource source,
        int batchSize,
        bool shuffle = false,
        long? seed = null,
        bool dropLast = false,
        int workers = 0)
    {
        ArgumentNullException.ThrowIfNull(source);

        if (batchSize < 1 || workers < 0)
        {
            throw new ArgumentException(
                $"data loader: batches of {batchSize} items by {workers} workers; give a batch 1 item or more, and 0 "
                + "workers or more");
        }

        (Source, BatchSize, Workers) = (source, batchSize, workers);
        (this.shuffle, this.dropLast) = (shuffle, dropLast);
        generator = new Generator(seed ?? Tensor.RandInt(0, long.MaxValue, [], device: Device.Cpu).Item<long>());
    }

    /// <summary>The dataset.</summary>
    public IBatchSource Source { get; }

    /// <summary>How many items a batch has, but perhaps the last.</summary>
    public int BatchSize { get; }

    /// <summary>How many threads make batches ahead.</summary>
    public int Workers { get; }

    /// <summary>How many batches an epoch has.</summary>
    public int Count => (Source.Count / BatchSize) + (dropLast || Source.Count % BatchSize == 0 ? 0 : 1);

    /// <summary>
    /// The number of the epoch that begins next, from 0. The order is a function of seed and epoch: set this to have
    /// one again, or to go on with a training that was broken off.
    /// </summary>
    public int Epoch { get; set; }

    /// <summary>Begins an epoch. Who leaves it early waits for the batches that workers have begun.</summary>
    /// <exception cref="InvalidOperationException">
    /// An item threw an exception, which is the inner one; the message has the item's number.
    /// </exception>
    public IEnumerator<Tensor[]> GetEnumerator()
    {
        AutogradMode.CurrentRecorder?.Refuse("it goes through a data loader, which has other batches in each call");
        return Batches(generator.Branch(Epoch++));
    }

    /// <summary>
    /// The batches for a loop, with a live picture of how far that is, how long it takes, and the loss:
    /// <c>foreach (var (images, labels) in loader.WithProgress())</c>.
    /// </summary>
    /// <param name="epochs">How many epochs the loop has, one after another.</param>
    /// <exception cref="ArgumentException">There are fewer than 1.</exception>
    public ProgressLoop<Tensor[]> WithProgress(int epochs = 1) =>
        new(this, "batch", null, epochs, Math.Min(BatchSize, Source.Count));

    /// <inheritdoc/>
    public override string ToString() =>
        $"DataLoader: {Source.Count} items in {Count} batches of {BatchSize}{(shuffle ? ", shuffled" : "")}";

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<Tensor[]> Batches(Generator epoch)
    {
        var (count, length) = (Count, Source.Count);
        int[] order = shuffle
            ? Array.ConvertAll(epoch.Permutation(length), index => (int)index)
            : [.. Enumerable.Range(0, length)];

        Tensor[] Make(int number)
        {
            using var draws = epoch.Branch(number).Use();
            var start = number * BatchSize;
            return Source.Batch(order.AsSpan(start, Math.Min(BatchSize, length - start)));
        }

        using var ahead = Workers > 0 ? new LookAhead<Tensor[]>(count, Workers, Make) : null;
        for (var number = 0; number < count; number++)
        {
            yield return ahead is null ? Make(number) : ahead.Next();
        }
    }
}
