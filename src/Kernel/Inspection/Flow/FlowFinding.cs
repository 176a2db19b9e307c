namespace NotebookGrad.Inspection;

/// <summary>Something that keeps a network from learning, with what shows it.</summary>
/// <param name="Disease">What it is.</param>
/// <param name="Place">Where: the name of a layer, a parameter or an operation; the network's for all of it.</param>
/// <param name="Evidence">What was measured, in one sentence with numbers.</param>
/// <param name="Mechanism">How it comes about, in two sentences with the chain rule's product written out.</param>
/// <param name="Remedies">What would help here, the likeliest first.</param>
/// <param name="Step">The first step at which it was seen, from 0.</param>
public sealed record FlowFinding(
    FlowDisease Disease,
    string Place,
    string Evidence,
    string Mechanism,
    IReadOnlyList<string> Remedies,
    long Step)
{
    /// <summary>What it is called, such as <c>vanishing gradient</c>.</summary>
    public string Title => Disease switch
    {
        FlowDisease.NotFinite => "NaN or ∞",
        FlowDisease.SoftmaxOverflow => "softmax overflow",
        FlowDisease.ForgottenZeroGrad => "forgotten ZeroGrad",
        FlowDisease.UnusedParameter => "unused parameter",
        FlowDisease.BiasOnly => "gradient only through a bias",
        FlowDisease.Vanishing => "vanishing gradient",
        FlowDisease.Exploding => "exploding gradient",
        FlowDisease.DeadRelu => "dead ReLU",
        FlowDisease.Saturation => "saturation",
        FlowDisease.Initialisation => "scale of the first weights",
        FlowDisease.RateTooLarge => "learning rate too large",
        FlowDisease.RateTooSmall => "learning rate too small",
        _ => "plateau",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Title} at {Place}: {Evidence}";
}
