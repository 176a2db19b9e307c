namespace NotebookGrad.Operations;

/// <summary>
/// What an operation finds of one application of itself when it is differentiated: the shapes always, and the tensors
/// that it asked to keep.
/// </summary>
internal readonly struct Kept
{
    private readonly bool forDrawing;

    internal Kept(Node node, bool forDrawing = false)
    {
        Node = node;
        this.forDrawing = forDrawing;
    }

    /// <summary>The node of the application.</summary>
    public Node Node { get; }

    /// <summary>The result, if it was kept.</summary>
    public Tensor Output => forDrawing ? Drawn(Node) : Node.SavedOutput();

    /// <summary>An operand, if it was kept.</summary>
    public Tensor this[int operand] => forDrawing ? Drawn(Node.Operands[operand]) : Node.SavedOperand(operand);

    /// <summary>The shape of an operand.</summary>
    public Shape ShapeOf(int operand) => Node.Operands[operand].Shape;

    /// <summary>The dtype of an operand.</summary>
    public DType DTypeOf(int operand) => Node.Operands[operand].DType;

    private static Tensor Drawn(Node node) => node.Value!.Detach();
}
