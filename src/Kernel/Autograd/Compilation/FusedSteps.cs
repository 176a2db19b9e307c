namespace NotebookGrad;

/// <summary>
/// Pointwise steps that a plan does together: part by part, so that what they hand on stays in the cache, or as one
/// piece of work of the device.
/// </summary>
/// <param name="Operations">The steps, in order.</param>
/// <param name="Shape">The shape that each works in.</param>
/// <param name="Parts">In how many parts; 1 where the device does them as one.</param>
/// <param name="Times">How many groups of steps in the plan are like this.</param>
public sealed record FusedSteps(IReadOnlyList<string> Operations, Shape Shape, int Parts, int Times)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var times = Times == 1 ? string.Empty : $"{Times} times ";
        var parts = Parts == 1 ? "as one" : $"in {Parts} parts";
        return $"{times}{string.Join(" → ", Operations)} over {Shape} {parts}";
    }
}
