using System.Runtime.CompilerServices;
using NotebookGrad.Inspection;

namespace NotebookGrad.Gallery;

/// <summary>One picture, with the code that makes it.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Words">What to look at.</param>
/// <param name="Make">Makes what is shown.</param>
/// <param name="Source">How <paramref name="Make"/> is written; the compiler fills it in.</param>
internal sealed record Exhibit(
    string Title,
    string Words,
    Func<IInspectable> Make,
    [CallerArgumentExpression(nameof(Make))] string Source = "")
{
    /// <summary>The file whose text is shown instead of the picture, such as <c>graph.dot</c>; null for none.</summary>
    public string? SavedAs { get; init; }

    /// <summary>
    /// What is shown. With random numbers of its own, for others may draw some meanwhile; without lines, which are
    /// recorded while permits last, and without the time that a loop took: the same code shall give the same bytes.
    /// </summary>
    public IInspectable Show()
    {
        using var own = new Generator(0).Use();
        return WithoutLines(Make());
    }

    private static IInspectable WithoutLines(IInspectable made) => made switch
    {
        GraphSnapshot graph => WithoutLines(graph),
        GraphDifference change => Graph.Difference(WithoutLines(change.Before), WithoutLines(change.After)),
        MemoryLedger ledger => ledger with { Entries = [.. ledger.Entries.Select(WithoutLines)] },
        MemoryTimeline time => time with { Moments = [.. time.Moments.Select(moment => moment with { Line = null })] },
        HeldGraphs held => held with { Line = null },
        ProgressLoop loop => loop.Snapshot() with { Elapsed = TimeSpan.FromSeconds(1.5), Rate = 112, ItemRate = null },
        var thing => thing,
    };

    /// <summary>The code as a notebook would have it: the last expression is what is shown.</summary>
    public string Code => Expression + (SavedAs is null ? "" : $".Save(\"{SavedAs}\")");

    private string Expression
    {
        get
        {
            var body = Source["() =>".Length..].Trim();
            if (!body.StartsWith('{'))
            {
                return body;
            }

            var lines = body[1..^1].Trim('\r', '\n').TrimEnd().Split('\n');
            var margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
            var code = string.Join('\n', lines.Select(line => line[Math.Min(margin, line.Length)..].TrimEnd()));

            // Functions within may return something, too, further right.
            const string last = "\nreturn ";
            return $"\n{code}".Replace(last, "\n", StringComparison.Ordinal).TrimStart('\n').TrimEnd(';');
        }
    }

    private static GraphSnapshot WithoutLines(GraphSnapshot graph) =>
        graph with { Nodes = [.. graph.Nodes.Select(node => node with { Line = null })] };

    private static LedgerEntry WithoutLines(LedgerEntry entry) =>
        entry with { KeptBy = [.. entry.KeptBy.Select(keeper => keeper with { Line = null })] };
}
