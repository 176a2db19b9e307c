namespace NotebookGrad.Flow;

/// <summary>
/// The norms of the loss's gradient by what a layer has given at its first and at its last call of a pass.
/// </summary>
/// <param name="Name">What the layer's output is called.</param>
/// <param name="Calls">How many calls there were.</param>
/// <param name="First">The norm at the first, which is the farthest from the loss.</param>
/// <param name="Last">The norm at the last.</param>
internal sealed record RecurrentChain(string Name, int Calls, double First, double Last)
{
    /// <summary>The first call's gradient by the last one's.</summary>
    public double Ratio => First / Last;

    /// <summary>By what a call multiplies the gradient, in the geometric mean.</summary>
    public double PerCall => Math.Pow(Ratio, 1.0 / (Calls - 1));
}
