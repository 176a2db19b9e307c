namespace NotebookGrad.Backends.Gpu;

/// <summary>How a fused kernel goes through its operands and results.</summary>
internal sealed class FusedLayout
{
    /// <summary>How it goes through operands and results of one shape.</summary>
    public FusedLayout(IReadOnlyList<View> operands, IReadOnlyList<View> results)
    {
        Operands = operands.Count;
        Launches = new Walk([.. operands.Concat(results).Select(view => view.Layout)]).Launches();
        IsRows = Launches.All(launch => launch.Extent.Axes == 0
            || (launch.Extent.Axes == 1 && launch.Paces.Index().All(one =>
                one.Item.Inner == 1 || (one.Item.Inner == 0 && one.Index < Operands))));
    }

    /// <summary>How many operands there are; the others are results.</summary>
    public int Operands { get; }

    /// <summary>The launches that it takes, each with the paces of operands and results.</summary>
    public IReadOnlyList<(Extent Extent, Paces[] Paces)> Launches { get; }

    /// <summary>Whether all elements lie side by side, or are one that is repeated.</summary>
    public bool IsRows { get; }

    /// <summary>Whether an operand is one element, which is repeated.</summary>
    public bool IsRepeated(int operand) => Launches.All(launch => launch.Paces[operand].Inner == 0);

    /// <summary>
    /// How many fours a launch through rows loads at once: none where one does not begin with one, counted from the
    /// start of its block.
    /// </summary>
    public static int Fours(Extent extent, ReadOnlySpan<Paces> paces)
    {
        foreach (var one in paces)
        {
            if (one.Inner != 0 && one.Start % 4 != 0)
            {
                return 0;
            }
        }

        return extent.Count / 4;
    }
}
