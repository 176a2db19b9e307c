namespace NotebookGrad.Inspection;

/// <summary>A parameter whose gradient is watched.</summary>
/// <param name="Name">Its name, such as <c>hidden.weight</c>.</param>
/// <param name="Layer">The path of the module that holds it, such as <c>hidden</c>; its own name without one.</param>
/// <param name="Type">That module's type, such as <c>Linear</c>; empty without one.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="IsWeight">
/// Whether it is a row of pictures by layer: not a bias and not a scale, which move what a layer gives by little.
/// </param>
/// <param name="Order">
/// Its place in the forward pass, from 0; those that no pass has reached come last, in the order of the module.
/// </param>
public sealed record FlowParameter(string Name, string Layer, string Type, Shape Shape, bool IsWeight, int Order);
