namespace NotebookGrad.Exploration;

/// <summary>For how many inputs each unit behind a ReLU is active: where it is not, no gradient comes back.</summary>
/// <param name="Name">What the layer is called.</param>
/// <param name="Active">The share of inputs for which each unit is above 0, from 0 to 1.</param>
/// <param name="Inputs">How many numbers there were of each unit: examples, and places in them.</param>
public sealed record LayerActivity(string Name, IReadOnlyList<double> Active, long Inputs)
{
    /// <summary>How many units answer no input: dead as far as these inputs tell.</summary>
    public int Dead => Active.Count(share => share == 0);

    /// <summary>How many units answer every input, as if there were no ReLU.</summary>
    public int Always => Active.Count(share => share == 1);

    /// <summary>The mean share; NaN where there are no units.</summary>
    public double Mean => Active.DefaultIfEmpty(double.NaN).Average();
}
