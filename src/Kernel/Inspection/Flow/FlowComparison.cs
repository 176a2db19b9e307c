namespace NotebookGrad.Inspection;

/// <summary>Two or more runs side by side, such as sigmoid against ReLU.</summary>
/// <param name="Runs">The runs with their names, at least two.</param>
public sealed record FlowComparison(IReadOnlyList<FlowRun> Runs) : IInspectable;

/// <summary>One run of a <see cref="FlowComparison"/>.</summary>
/// <param name="Name">What it is, such as <c>sigmoid</c>.</param>
/// <param name="Flow">What was seen.</param>
public sealed record FlowRun(string Name, FlowSnapshot Flow);
