namespace NotebookGrad;

/// <summary>Has a function of the number of steps give the factor of the rates.</summary>
public sealed class LambdaLR : LRScheduler
{
    private readonly Func<int, double>[] lrLambda;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="lrLambda">From the number of steps to the factor: one function for all groups, or one each.</param>
    /// <exception cref="ArgumentException">
    /// There are neither one function nor as many as groups, or a rate would be negative, infinite or NaN.
    /// </exception>
    public LambdaLR(Optimizer optimizer, params Func<int, double>[] lrLambda)
        : base(optimizer)
    {
        this.lrLambda = ForEachGroup("lr_lambda", lrLambda);
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group) =>
        Rate(Groups[group].InitialLearningRate * lrLambda[group](step));
}
