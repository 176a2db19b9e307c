using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A node of a graph with its neighbours and with the names that its reader sees.</summary>
internal sealed class ReadNode(GraphNode node, string? name, bool isRoot)
{
    /// <summary>What the engine told.</summary>
    public GraphNode Node { get; } = node;

    /// <summary>The name that a person gave, by <c>Named</c> or as a variable; null without one.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether the graph was asked for on account of this node.</summary>
    public bool IsRoot { get; } = isRoot;

    /// <summary>How formulas refer to it.</summary>
    public Term Term { get; set; }

    /// <summary>What stands beside the symbol: the name, or the one that was invented for formulas.</summary>
    public string? Caption { get; set; }

    /// <summary>How its operation is written with its operands; null for a leaf.</summary>
    public string? Formula { get; set; }

    /// <summary>From its operands, first to last.</summary>
    public List<ReadEdge> Operands { get; } = [];

    /// <summary>To the operations that use it.</summary>
    public List<ReadEdge> Uses { get; } = [];

    /// <summary>The part of the graph that it stands for; null where it is just itself.</summary>
    public GraphFold? Fold { get; init; }

    /// <summary>Whether it is a value from another part of the graph, shown where it leads in.</summary>
    public bool Enters { get; init; }

    /// <summary>Whether it is an operation, or several, of this picture: no leaf, and not from elsewhere.</summary>
    public bool IsOperation => Node.Kind == GraphNodeKind.Operation && !Enters;

    /// <summary>What a picture writes in an operation's box.</summary>
    public string Symbol => this switch
    {
        { Fold: { Repeats: > 1 } fold } => $"{fold.Name} ×{NumberText.Count(fold.Repeats)}",
        { Fold: { } fold } => fold.Name,
        _ => PlainName.Of(Node.Notation?.Symbol) ?? PlainName.Of(Node.Operation) ?? "",
    };

    /// <summary>Whether the value is one number.</summary>
    public bool IsNumber => ValueText.IsNumber(Node.Shape);
}
