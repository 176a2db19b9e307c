namespace NotebookGrad.Inspection;

/// <summary>Why a network does not learn.</summary>
public enum FlowDisease
{
    /// <summary>NaN or ∞ in the loss or in a gradient.</summary>
    NotFinite,

    /// <summary>An exponential beyond the range of its numbers, in a softmax written by hand.</summary>
    SoftmaxOverflow,

    /// <summary>Gradients of earlier steps were never cleared.</summary>
    ForgottenZeroGrad,

    /// <summary>A parameter that no gradient reaches.</summary>
    UnusedParameter,

    /// <summary>A layer whose bias alone has a gradient.</summary>
    BiasOnly,

    /// <summary>Gradients that shrink from layer to layer on their way back.</summary>
    Vanishing,

    /// <summary>Gradients that grow from layer to layer on their way back.</summary>
    Exploding,

    /// <summary>Units that give zero for every input, and so learn nothing.</summary>
    DeadRelu,

    /// <summary>Sigmoids or hyperbolic tangents at the flat ends of their curves.</summary>
    Saturation,

    /// <summary>First weights so large or so small that layers do not keep the size of their inputs.</summary>
    Initialisation,

    /// <summary>Steps that are too long for the loss to fall.</summary>
    RateTooLarge,

    /// <summary>Steps that are too short for anything to happen.</summary>
    RateTooSmall,

    /// <summary>A loss that has stopped falling although gradients flow.</summary>
    Plateau,
}
