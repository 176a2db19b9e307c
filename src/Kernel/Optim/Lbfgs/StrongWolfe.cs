namespace NotebookGrad;

/// <summary>
/// A search along a line for a point that fulfils the strong Wolfe conditions: first the steps grow until such points
/// lie between two of them, then the bracket shrinks by cubic interpolation. Nocedal and Wright, Numerical Optimization
/// (2006), algorithms 3.5 and 3.6, with the safeguards of PyTorch.
/// </summary>
/// <param name="start">Where the line begins; it leads downhill.</param>
/// <param name="look">The function so many lengths of the direction from there.</param>
/// <param name="smallest">The length of a bracket, in lengths of the direction, that is not worth a look.</param>
internal sealed class StrongWolfe(LinePoint start, Func<double, LinePoint> look, double smallest)
{
    private const double Decrease = 1e-4;
    private const double Flatness = 0.9;
    private const int MostLooks = 25;

    private int looks;

    /// <summary>The point found, or the lowest that was looked at.</summary>
    /// <param name="step">Where to look first.</param>
    public LinePoint Search(double step)
    {
        var (before, here) = (start, look(step));
        for (; looks < MostLooks; looks++)
        {
            if (IsTooHigh(here) || (looks > 1 && here.Loss >= before.Loss))
            {
                return Shrink([before, here]);
            }

            if (IsFlat(here))
            {
                return here;
            }

            if (here.Slope >= 0)
            {
                return Shrink([before, here]);
            }

            var least = here.Step + (0.01 * (here.Step - before.Step));
            (before, here) = (here, look(Interpolate(before, here, least, here.Step * 10)));
        }

        return start.Loss <= here.Loss ? start : here;
    }

    private LinePoint Shrink(LinePoint[] bracket)
    {
        var low = Lower(bracket);
        for (var isStuck = false; looks < MostLooks; looks++)
        {
            var (least, most) = (bracket.Min(point => point.Step), bracket.Max(point => point.Step));
            if (most - least < smallest)
            {
                break;
            }

            var here = look(Inside(Interpolate(bracket[0], bracket[1], least, most), least, most, ref isStuck));
            if (IsTooHigh(here) || here.Loss >= bracket[low].Loss)
            {
                bracket[1 - low] = here;
                low = Lower(bracket);
                continue;
            }

            if (IsFlat(here))
            {
                return here;
            }

            if (here.Slope * (bracket[1 - low].Step - bracket[low].Step) >= 0)
            {
                bracket[1 - low] = bracket[low];
            }

            bracket[low] = here;
        }

        return bracket[low];
    }

    private bool IsTooHigh(LinePoint point) => point.Loss > start.Loss + (Decrease * point.Step * start.Slope);

    private bool IsFlat(LinePoint point) => Math.Abs(point.Slope) <= -Flatness * start.Slope;

    private static int Lower(LinePoint[] bracket) => bracket[0].Loss <= bracket[1].Loss ? 0 : 1;

    // A step close to an end of the bracket is taken once; the next one keeps a tenth of its length away.
    private static double Inside(double step, double least, double most, ref bool isStuck)
    {
        var margin = 0.1 * (most - least);
        var isClose = Math.Min(most - step, step - least) < margin;
        var wasStuck = isStuck;
        isStuck = isClose && !wasStuck && step > least && step < most;
        return !isClose || isStuck ? step
            : Math.Abs(step - most) < Math.Abs(step - least) ? most - margin
            : least + margin;
    }

    // The minimum of the cubic through both values and slopes (Nocedal and Wright, equation 3.59), between bounds.
    private static double Interpolate(LinePoint a, LinePoint b, double least, double most)
    {
        var (left, right) = a.Step <= b.Step ? (a, b) : (b, a);
        var mean = left.Slope + right.Slope - (3 * (left.Loss - right.Loss) / (left.Step - right.Step));
        var square = (mean * mean) - (left.Slope * right.Slope);
        if (!(square >= 0))
        {
            return (least + most) / 2;
        }

        var root = Math.Sqrt(square);
        var part = (right.Slope + root - mean) / (right.Slope - left.Slope + (2 * root));
        return Math.Min(Math.Max(right.Step - ((right.Step - left.Step) * part), least), most);
    }
}
