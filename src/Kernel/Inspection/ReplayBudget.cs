namespace NotebookGrad.Inspection;

/// <summary>How much may be computed again for one picture, so that none is slow whatever the graph.</summary>
/// <param name="elements">Elements read and written, in all.</param>
internal sealed class ReplayBudget(long elements = 64 << 20)
{
    // So many multiplications in a product of matrices take the time of an element that is read, computed and told.
    private const double ProductsAnElement = 64;

    private long left = elements;

    /// <summary>
    /// The elements that one operation reads and writes, or as many as take that long; also back to one operand.
    /// </summary>
    public static long Cost(Node node)
    {
        var read = node.Operands.Sum(operand => operand.Shape.Count);

        // For matrices [m, k] and [k, n] the root of mk·kn·mn is mkn.
        var products = node.Operation is { IsProduct: true }
            ? Math.Sqrt(node.Operands.Aggregate((double)node.Shape.Count, (all, one) => all * one.Shape.Count))
            : 0;
        return node.Shape.Count + read + (long)(products / ProductsAnElement);
    }

    /// <summary>Takes a share, if there is as much left.</summary>
    public bool Take(long share)
    {
        var isEnough = share <= left;
        left -= isEnough ? share : 0;
        return isEnough;
    }
}
