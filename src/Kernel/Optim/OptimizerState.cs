namespace NotebookGrad;

/// <summary>What an optimiser remembers of each parameter under a name.</summary>
/// <param name="Name">The name as PyTorch has it, such as <c>exp_avg</c>.</param>
/// <param name="Initial">What it begins as, everywhere.</param>
/// <param name="IsNumber">Whether it is one number, rather than one for each element of the parameter.</param>
internal readonly record struct OptimizerState(string Name, double Initial = 0, bool IsNumber = false)
{
    /// <summary>How many steps a parameter has taken.</summary>
    public static OptimizerState Step { get; } = new("step", IsNumber: true);
}
