using System.Collections;
using NotebookGrad.Data;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Something to go through in a plain loop, with a live picture of how far the loop is, how long it takes, and the
/// loss: the values on which <c>Backward</c> is called in the loop. As the last expression of a cell it is drawn as it
/// stands.
/// </summary>
/// <remarks>
/// Gone through again, it goes on in the same picture, as the next epoch; and a loop with progress inside of another
/// shares the other's picture. Where the user stops the loop (the stop button of Visual Studio Code, Control-C in a
/// console), the picture says so and the next step throws an <see cref="OperationCanceledException"/>; what was trained
/// stays. The stop button of Jupyter ends the process of .NET Interactive instead, and everything in it.
/// </remarks>
public abstract class ProgressLoop : IInspectable
{
    private readonly ProgressBoard own;
    private ProgressBoard? outer;

    private protected ProgressLoop(ILiveHost? host, TimeProvider? clock) =>
        own = new ProgressBoard(host ?? LiveHost.Current, clock ?? TimeProvider.System);

    /// <summary>Which epoch it is in, from 1; 0 before the first.</summary>
    public int Epoch { get; private protected set; }

    /// <summary>Where it is shown: with the loop around it, if there was one when it began last.</summary>
    private protected ProgressBoard Board => outer ?? own;

    /// <summary>
    /// Adds numbers to the picture, each to the curve of its name: <c>progress.Report(("accuracy", accuracy))</c>.
    /// </summary>
    /// <param name="metrics">Names, and numbers or tensors of one element.</param>
    /// <exception cref="ArgumentException">
    /// A name is empty, a tensor has not one element, or there are more than 12 names.
    /// </exception>
    public void Report(params ReadOnlySpan<(string Name, Tensor Value)> metrics)
    {
        foreach (var (name, value) in metrics)
        {
            if (string.IsNullOrWhiteSpace(name) || value is not { Count: 1 })
            {
                throw new ArgumentException(
                    $"report: \"{name}\" with {value?.Describe() ?? "null"}; give a name and one number, as in "
                    + "Report((\"accuracy\", 0.9))");
            }

            Board.Report(name, ValueInspector.Read(value.Detach())[0]);
        }
    }

    /// <summary>How it stands now; what is returned does not change.</summary>
    public ProgressSnapshot Snapshot() => Board.Snapshot();

    /// <inheritdoc/>
    public override string ToString() => Snapshot().ToString();

    /// <summary>Looks for a loop around it, and tells whether there is one.</summary>
    private protected bool Join() => (outer = ProgressBoard.Current) is not null;
}

/// <summary>A loop of things of some type, with progress.</summary>
/// <typeparam name="T">What is gone through.</typeparam>
public sealed class ProgressLoop<T> : ProgressLoop, IEnumerable<T>
{
    private readonly IEnumerable<T> source;
    private readonly string noun;
    private readonly long? total;
    private readonly int epochs;
    private readonly int items;

    internal ProgressLoop(
        IEnumerable<T> source,
        string noun,
        long? total,
        int epochs,
        int items = 0,
        ILiveHost? host = null,
        TimeProvider? clock = null)
        : base(host, clock)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (string.IsNullOrWhiteSpace(noun) || epochs < 1 || total < 0)
        {
            throw new ArgumentException(
                epochs < 1 ? $"with progress: {epochs} epochs; give 1 or more"
                : total < 0 ? $"with progress: a total of {total}; give 0 or more, or none where it is not known"
                : $"with progress: the noun is \"{noun}\"; give what the loop counts, such as \"epoch\"");
        }

        (this.source, this.noun, this.total, this.epochs, this.items) = (source, noun, total, epochs, items);
    }

    private long? Total => total
        ?? (source is IReadOnlyCollection<T> collection ? collection.Count
        : source.TryGetNonEnumeratedCount(out var count) ? count
        : null);

    /// <summary>Begins the loop.</summary>
    /// <exception cref="OperationCanceledException">The user has stopped the loop.</exception>
    public IEnumerator<T> GetEnumerator()
    {
        var isAgain = !Join() && Epoch > 0;
        using var numbers = Enumerable.Range(0, epochs).GetEnumerator();
        using var all = epochs > 1 || isAgain
            ? Board.Begin("epoch", Epoch, epochs > 1 ? Epoch + epochs : null, 0)
            : null;
        while (all?.Next(numbers) ?? numbers.MoveNext())
        {
            Epoch++;
            using var run = Board.Begin(noun, 0, Total, items);
            using var each = source.GetEnumerator();
            while (run.Next(each))
            {
                yield return each.Current;
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
