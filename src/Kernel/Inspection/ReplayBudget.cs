namespace NotebookGrad.Inspection;

/// <summary>How much may be computed again for one picture, so that none is slow whatever the graph.</summary>
/// <param name="elements">Elements read and written, in all.</param>
internal sealed class ReplayBudget(long elements = 32 << 20)
{
    private long left = elements;

    /// <summary>Takes the share of one computation, if there is as much left.</summary>
    public bool Take(Node node)
    {
        var share = node.Shape.Count + node.Operands.Sum(operand => operand.Shape.Count);
        var isEnough = share <= left;
        left -= isEnough ? share : 0;
        return isEnough;
    }
}
