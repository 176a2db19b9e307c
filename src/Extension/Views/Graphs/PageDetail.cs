using System.Text;

namespace NotebookGrad.Views;

/// <summary>
/// How much a graph's page tells beside the picture. A notebook holds dozens of pages, so that each has room by the
/// number of its nodes; where edges or names need much of it, the page says less in words.
/// </summary>
/// <param name="Ranges">Whether pointing at a node tells its least and largest elements.</param>
/// <param name="Norms">Whether steps tell the gradient's norm before and after.</param>
/// <param name="Parts">Whether each use of a value is a step of its own, and not told within the sum.</param>
/// <param name="Steps">The most steps that can be chosen; those after them are only counted.</param>
internal sealed record PageDetail(bool Ranges, bool Norms, bool Parts, int Steps)
{
    private const int MostSteps = 100;
    private const int FewNodes = 20;
    private const int ManyNodes = 100;
    private const int MostNodes = 10_000;
    private const int FewBytes = 30_000;
    private const int ManyBytes = 120_000;
    private const int MostBytes = 300_000;

    private static readonly PageDetail[] All =
    [
        new(Ranges: true, Norms: true, Parts: true, MostSteps),
        new(Ranges: false, Norms: true, Parts: true, MostSteps),
        new(Ranges: false, Norms: false, Parts: true, MostSteps),
        new(Ranges: false, Norms: false, Parts: false, MostSteps),
    ];

    /// <summary>The page that tells the most of those for which there is room.</summary>
    /// <param name="nodes">How many nodes the graph has.</param>
    /// <param name="steps">How many steps a page without parts has.</param>
    /// <param name="page">Writes the page.</param>
    public static string Page(int nodes, int steps, Func<PageDetail, string> page)
    {
        var room = Room(nodes);
        bool Fits(string html) => Encoding.UTF8.GetByteCount(html) <= room;
        foreach (var detail in All)
        {
            if (page(detail) is var html && Fits(html))
            {
                return html;
            }
        }

        var least = page(All[^1] with { Steps = 0 });
        for (var (some, many) = (0, Math.Min(steps, MostSteps)); many - some > 1;)
        {
            var middle = (some + many) / 2;
            var html = page(All[^1] with { Steps = middle });
            (some, many, least) = Fits(html) ? (middle, many, html) : (some, middle, least);
        }

        return least;
    }

    /// <summary>
    /// The bytes that the page of a graph with so many nodes may take: in proportion to them up to a hundred, to their
    /// logarithm beyond, where they fold.
    /// </summary>
    public static int Room(int nodes) => nodes <= ManyNodes
        ? Between((double)(nodes - FewNodes) / (ManyNodes - FewNodes), FewBytes, ManyBytes)
        : Between(Math.Log((double)nodes / ManyNodes) / Math.Log(MostNodes / ManyNodes), ManyBytes, MostBytes);

    private static int Between(double part, int least, int most) =>
        least + (int)(Math.Clamp(part, 0, 1) * (most - least));
}
