namespace NotebookGrad.Inspection;

/// <summary>
/// How gradients have flowed over time: layers × steps as a map, norms with clipping, cosines and noise.
/// </summary>
/// <param name="Flow">What was seen.</param>
public sealed record FlowHistory(FlowSnapshot Flow) : IInspectable;
