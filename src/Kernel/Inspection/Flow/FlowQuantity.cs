namespace NotebookGrad.Inspection;

/// <summary>What is watched of each layer.</summary>
public enum FlowQuantity
{
    /// <summary>The gradients of its weights.</summary>
    Gradients,

    /// <summary>Its weights.</summary>
    Weights,

    /// <summary>What comes out of it.</summary>
    Activations,
}
