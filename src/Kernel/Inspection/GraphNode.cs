namespace NotebookGrad.Inspection;

/// <summary>What part a node plays in a graph.</summary>
public enum GraphNodeKind
{
    /// <summary>A leaf that gathers a gradient.</summary>
    Parameter,

    /// <summary>A leaf without a gradient: data, a target, a number.</summary>
    Constant,

    /// <summary>The result of an operation.</summary>
    Operation,
}

/// <summary>One node of a <see cref="GraphSnapshot"/>.</summary>
/// <param name="Id">Identity of the node in this process: the same node has the same number in every snapshot.</param>
/// <param name="Kind">What part the node plays.</param>
/// <param name="Name">The name given by <c>Named</c>, or null.</param>
/// <param name="Operation">Name of the operation, such as <c>mul</c>; null for a leaf.</param>
/// <param name="Notation">How the operation is written; null for a leaf.</param>
/// <param name="Shape">Shape of the value.</param>
/// <param name="DType">Type of the value's elements.</param>
/// <param name="Value">The value, where it is still known or can be computed again; a parameter's as it is now.</param>
/// <param name="Gradient">
/// The gradient of the root by this value, where a backward pass has gone through and it is known; where the pass has
/// kept one, that.
/// </param>
/// <param name="SavedBytes">Bytes that the node keeps for its derivative now.</param>
/// <param name="Freed">Whether a backward pass has dropped what the node had kept.</param>
/// <param name="Line">Where the node was built, or null where that was not recorded.</param>
public sealed record GraphNode(
    long Id,
    GraphNodeKind Kind,
    string? Name,
    string? Operation,
    Notation? Notation,
    Shape Shape,
    DType DType,
    ValueSummary? Value,
    ValueSummary? Gradient,
    long SavedBytes,
    bool Freed,
    string? Line)
{
    /// <summary>The call of a module that built the node, or null; a leaf has none.</summary>
    public GraphModule? Module { get; init; }

    /// <summary>
    /// What <c>.Grad</c> holds where that is not this graph's <see cref="GraphNode.Gradient"/>, as when earlier
    /// backward passes have added to it; else null.
    /// </summary>
    public ValueSummary? Gathered { get; init; }

    /// <summary>What became of the node, in the union of two graphs; else null.</summary>
    public ChangeKind? Change { get; init; }
}

/// <summary>One use of a value by an operation.</summary>
/// <param name="From">Identity of the operand's node.</param>
/// <param name="To">Identity of the operation's node.</param>
/// <param name="Operand">Which operand of the operation it is, from 0.</param>
/// <param name="CarriesGradient">Whether a gradient flows back along it.</param>
/// <param name="LocalDerivative">
/// The derivative of the operation by this operand where both are single numbers and it is known, else null.
/// </param>
public sealed record GraphEdge(long From, long To, int Operand, bool CarriesGradient, double? LocalDerivative)
{
    /// <summary>
    /// What flowed back along this edge: the gradient by the operation's result times the local derivative, in the
    /// operand's shape; null where it is not known. The contributions of all uses add up to a value's gradient.
    /// </summary>
    public ValueSummary? Contribution { get; init; }

    /// <summary>What became of the edge, in the union of two graphs; else null.</summary>
    public ChangeKind? Change { get; init; }
}
