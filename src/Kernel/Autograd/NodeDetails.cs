using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>What only some nodes have. It lies apart, so that the millions of a long graph are small.</summary>
internal sealed class NodeDetails
{
    /// <summary>The name given to the tensor, or null.</summary>
    public string? Name { get; set; }

    /// <summary>The operation's name where it changed a tensor in place, or null.</summary>
    public string? InPlaceName { get; set; }

    /// <summary>The line that built the node, or null.</summary>
    public string? Line { get; set; }

    /// <summary>The line of the backward pass that has freed what the node had kept, or null.</summary>
    public string? FreedBy { get; set; }

    /// <summary>The call of a module that built the node, or null.</summary>
    public GraphModule? Module { get; set; }

    /// <summary>What users have asked to be called about, or null.</summary>
    public NodeHooks? Hooks { get; set; }

    /// <summary>A large constant, which the graph does not keep alive; null for all else.</summary>
    public WeakReference<Tensor>? Large { get; set; }
}
