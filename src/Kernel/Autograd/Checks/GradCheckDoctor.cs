using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Finds out why a derivative and a difference disagree, by looking at the function around the point.
/// </summary>
internal static class GradCheckDoctor
{
    // Near the cube root of float32's precision, where central differences are most exact.
    private const double SingleStep = 5e-3;
    private const double SingleTolerance = 2e-2;

    /// <summary>The diagnosis of the worst entry, and its explanation.</summary>
    public static (GradCheckDiagnosis Diagnosis, string Detail) Diagnose(
        GradChecker checker, GradCheckEntry entry, double step)
    {
        if (!double.IsFinite(entry.Analytic) || !double.IsFinite(entry.Numeric))
        {
            return (
                GradCheckDiagnosis.NotFinite,
                "the derivative or the function around the point is NaN or ∞. Move the point, or find the operation "
                + "with Autograd.DetectAnomaly().");
        }

        if (checker.IsSingle() && IsRightInSingle(checker, entry))
        {
            return (
                GradCheckDiagnosis.SinglePrecision,
                $"part of the computation is float32, and {step:G3} is too small a step for it; with {SingleStep:G3} "
                + "the numbers agree. Check with float64 inputs.");
        }

        return HasKink(checker, entry, step)
            ? (
                GradCheckDiagnosis.Kink,
                "the function has a kink or a jump there: from the left and from the right it does not change alike. "
                + "Move the point away from it.")
            : (
                GradCheckDiagnosis.WrongDerivative,
                "the function is smooth there, so that the derivative of one of its operations is wrong.");
    }

    private static bool IsRightInSingle(GradChecker checker, GradCheckEntry entry)
    {
        var numeric = (checker.At(entry, SingleStep) - checker.At(entry, -SingleStep)) / (2 * SingleStep);
        return Math.Abs(entry.Analytic - numeric) <= SingleTolerance * Math.Max(1, Math.Abs(numeric));
    }

    // Of a smooth function the difference of the two slopes shrinks with the step; at a jump they grow; and a smaller
    // step than one that goes over a kink beside the point finds the derivative.
    private static bool HasKink(GradChecker checker, GradCheckEntry entry, double step)
    {
        var (left, right) = Slopes(checker, entry, step);
        var (nearLeft, nearRight) = Slopes(checker, entry, step / 10);
        var (apart, nearApart) = (Math.Abs(right - left), Math.Abs(nearRight - nearLeft));
        if (Math.Abs(nearLeft) + Math.Abs(nearRight) > 5 * (Math.Abs(left) + Math.Abs(right)))
        {
            return true;
        }

        return !checker.Agree(left, right)
            && (nearApart > 0.5 * apart || checker.Agree(entry.Analytic, (nearLeft + nearRight) / 2));
    }

    private static (double Left, double Right) Slopes(GradChecker checker, GradCheckEntry entry, double step)
    {
        var (below, at, above) = (checker.At(entry, -step), checker.At(entry, 0), checker.At(entry, step));
        return ((at - below) / step, (above - at) / step);
    }
}
