namespace NotebookGrad.Operations;

/// <summary>
/// What an operation finds of one application of itself when it is differentiated: the shapes always, and the tensors
/// that it asked to keep.
/// </summary>
internal readonly struct Kept
{
    private readonly Func<Node, Tensor>? drawn;

    /// <summary>What the node itself keeps or, for a picture, what takes the place of it.</summary>
    internal Kept(Node node, Func<Node, Tensor>? drawn = null)
    {
        Node = node;
        this.drawn = drawn;
    }

    /// <summary>The node of the application.</summary>
    public Node Node { get; }

    /// <summary>The result, if it was kept.</summary>
    public Tensor Output => drawn is null ? Node.SavedOutput() : drawn(Node);

    /// <summary>An operand, if it was kept.</summary>
    public Tensor this[int operand] => drawn is null
        ? Node.SavedOperand(operand)
        : drawn(Node.Operands[operand]);

    /// <summary>The shape of an operand.</summary>
    public Shape ShapeOf(int operand) => Node.Operands[operand].Shape;

    /// <summary>The dtype of an operand.</summary>
    public DType DTypeOf(int operand) => Node.Operands[operand].DType;
}
