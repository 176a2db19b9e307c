using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// What a view remembers of the tensor whose elements it shows, so that a recorded change of either reaches the other.
/// </summary>
internal sealed class ViewLink
{
    private readonly bool follows;
    private int seen;

    private ViewLink(Tensor root, bool follows)
    {
        Root = root;
        this.follows = follows;
        seen = root.Rewritten;
    }

    /// <summary>The tensor whose elements the view shows; no view itself.</summary>
    public Tensor Root { get; }

    /// <summary>
    /// Whether the view was made outside any graph, as under <c>NoGrad</c>; it stays outside, whatever becomes of the
    /// root.
    /// </summary>
    public bool IsOutside => !follows;

    /// <summary>Whether a recorded change in place has rewritten where the elements come from.</summary>
    public bool IsStale => follows && seen != Root.Rewritten;

    /// <summary>Lets a result remember what it is a view of, if it is one.</summary>
    public static void Connect(Tensor value, Tensor operand)
    {
        // What a backward pass makes for itself ends with it, and must not keep anything alive.
        if (value.Storage == operand.Storage && value != operand
            && BackwardScope.Current is not { CreatesGraph: false })
        {
            var before = operand.ViewOf;
            value.ViewOf = new ViewLink(
                before?.Root ?? operand, Autograd.IsRecording && before is not { IsOutside: true });
        }
    }

    /// <summary>Refuses to record an operation on a view that does not follow a change that was recorded.</summary>
    public static void RefuseLeftBehind(Operation operation, Tensor operand)
    {
        if (operand.ViewOf is { follows: false } link && link.seen != link.Root.Rewritten && Autograd.IsRecording)
        {
            throw new InvalidOperationException(
                $"{operation.Name}: {operand.Describe()} is a view of {link.Root.Describe()} that was made under "
                + "Autograd.NoGrad(), and what it shows was changed by a recorded operation since. Make the view "
                + "again, here");
        }
    }

    /// <summary>The view's place in the graph as it is now.</summary>
    public Node? Renew(Tensor view, Node? before)
    {
        seen = Root.Rewritten;
        return Root.RequiresGrad ? Node.Result(view, new AsStrided(Root.Layout, view.Layout), [Root]) : before;
    }
}
