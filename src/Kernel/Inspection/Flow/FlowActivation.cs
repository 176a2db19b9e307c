namespace NotebookGrad.Inspection;

/// <summary>
/// What comes out of a layer or of a nonlinear function, as the forward pass has computed it.
/// </summary>
/// <param name="Name">What pictures call it, such as <c>hidden</c> or <c>relu after hidden</c>.</param>
/// <param name="Operation">The operation that made it, such as <c>relu</c> or <c>linear</c>.</param>
/// <param name="Parameter">
/// The index among <see cref="FlowSnapshot.Parameters"/> of the last weight that it was computed with, or −1.
/// </param>
/// <param name="Shape">Its shape in the last pass.</param>
public sealed record FlowActivation(string Name, string Operation, int Parameter, Shape Shape);
