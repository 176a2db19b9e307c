using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// Orders a chain for reading: what lies behind most of a node goes on straight below it, its other operands stand
/// between as branches. Each branch has at most half of its parent's nodes, so that a chain of thousands is indented
/// a dozen times at most.
/// </summary>
internal static class ChainTree
{
    /// <summary>The rows from above.</summary>
    public static IReadOnlyList<ChainRow> Rows(IReadOnlyList<ChainLine> lines)
    {
        var parents = Parents(lines);
        var sizes = new int[lines.Count];
        var heaviest = new int[lines.Count];
        Array.Fill(heaviest, -1);
        for (var line = lines.Count - 1; line >= 0; line--)
        {
            sizes[line]++;
            if (parents[line] is >= 0 and var parent)
            {
                sizes[parent] += sizes[line];
                if (heaviest[parent] < 0 || sizes[line] > sizes[heaviest[parent]])
                {
                    heaviest[parent] = line;
                }
            }
        }

        var branches = new List<int>[lines.Count];
        for (var line = 0; line < lines.Count; line++)
        {
            branches[line] = [];
            if (parents[line] is >= 0 and var parent && heaviest[parent] != line)
            {
                branches[parent].Add(line);
            }
        }

        return Walk(lines, parents, heaviest, branches);
    }

    private static List<ChainRow> Walk(
        IReadOnlyList<ChainLine> lines,
        int[] parents,
        int[] heaviest,
        List<int>[] branches)
    {
        var rows = new List<ChainRow>(lines.Count);
        var waiting = new Stack<(int Line, int Branch, bool StartsBranch)>();
        for (var line = lines.Count - 1; line >= 0; line--)
        {
            if (parents[line] < 0)
            {
                waiting.Push((line, 0, false));
            }
        }

        while (waiting.TryPop(out var next))
        {
            rows.Add(new ChainRow(lines[next.Line], next.Branch, next.StartsBranch));
            if (heaviest[next.Line] is >= 0 and var below)
            {
                waiting.Push((below, next.Branch, false));
            }

            for (var index = branches[next.Line].Count - 1; index >= 0; index--)
            {
                waiting.Push((branches[next.Line][index], next.Branch + 1, true));
            }
        }

        return rows;
    }

    /// <summary>The line above each line that is nearest and less deep, or −1.</summary>
    private static int[] Parents(IReadOnlyList<ChainLine> lines)
    {
        var parents = new int[lines.Count];
        var open = new Stack<int>();
        for (var line = 0; line < lines.Count; line++)
        {
            while (open.Count > 0 && lines[open.Peek()].Depth >= lines[line].Depth)
            {
                open.Pop();
            }

            parents[line] = open.Count > 0 ? open.Peek() : -1;
            open.Push(line);
        }

        return parents;
    }
}
