namespace NotebookGrad.Flow;

/// <summary>The products of two gradients with themselves and with each other.</summary>
/// <param name="First">|g₁|².</param>
/// <param name="Second">|g₂|².</param>
/// <param name="Mixed">g₁·g₂.</param>
internal readonly record struct Products(double First, double Second, double Mixed)
{
    /// <summary>The cosine of the angle between the two; NaN where one is zero.</summary>
    public double Cosine => Math.Clamp(Mixed / Math.Sqrt(First * Second), -1, 1);

    public static Products operator +(Products a, Products b) =>
        new(a.First + b.First, a.Second + b.Second, a.Mixed + b.Mixed);

    /// <summary>The products of two gradients; a missing one is zero.</summary>
    public static Products Of(Tensor? first, Tensor? second) => new(
        first is null ? 0 : ElementMath.Dot(first, first),
        second is null ? 0 : ElementMath.Dot(second, second),
        first is null || second is null ? 0 : ElementMath.Dot(first, second));
}
