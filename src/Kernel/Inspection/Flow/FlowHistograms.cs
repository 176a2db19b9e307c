namespace NotebookGrad.Inspection;

/// <summary>How values have been distributed over time: a ridge of histograms for each layer.</summary>
/// <param name="Flow">What was seen.</param>
/// <param name="Quantity">Of what.</param>
public sealed record FlowHistograms(FlowSnapshot Flow, FlowQuantity Quantity) : IInspectable;
