using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Summaries of networks.</summary>
internal static class Parts
{
    /// <summary>A network with one part; both are called as asked, and have so many of everything.</summary>
    public static ModuleSummary Of(string text, long count, int depth = 1) => new(
    [
        new(text, text, 0, text, text, count, 0, count, 1, [[2, 3]], count, true, false),
        new(text, text, depth, text, text, count, count, count, 2, [], count, false, depth > 1),
    ]);

    /// <summary>A network of many parts.</summary>
    public static ModuleSummary Many(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => Of("part", 12, i).Parts[1])]);
}
