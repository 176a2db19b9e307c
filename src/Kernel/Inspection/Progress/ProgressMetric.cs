namespace NotebookGrad.Inspection;

/// <summary>A quantity over the steps of a loop, such as the loss.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Last">The last number.</param>
/// <param name="Points">The finite numbers in order, at most <see cref="MostPoints"/>: neighbours are joined.</param>
/// <param name="NotFinite">How many numbers were NaN or ±∞.</param>
/// <param name="FirstNotFinite">The step of the first of them, from 1; 0 without any.</param>
public sealed record ProgressMetric(
    string Name, double Last, IReadOnlyList<ProgressPoint> Points, long NotFinite, long FirstNotFinite)
{
    /// <summary>How many points are kept at most, however long the loop.</summary>
    public const int MostPoints = 256;
}

/// <summary>The numbers of neighbouring steps.</summary>
/// <param name="FirstStep">The first step with a number, from 1.</param>
/// <param name="LastStep">The last step with one.</param>
/// <param name="Mean">The mean of the numbers.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
public readonly record struct ProgressPoint(
    long FirstStep, long LastStep, double Mean, double Minimum, double Maximum);
