namespace NotebookGrad.Exploration;

/// <summary>Works a loss out in a plane of weights.</summary>
internal static class SurfaceInspector
{
    private const string Name = "loss_surface";
    private const double Margin = 0.25;

    /// <summary>The loss on a grid of a plane.</summary>
    /// <param name="tensors">All that is to be as before afterwards, the parameters among them.</param>
    /// <param name="parameters">The parameters that move.</param>
    /// <param name="loss">Works the loss out with the parameters as they are.</param>
    /// <param name="plane">The directions in which they move.</param>
    /// <param name="path">Places to be shown in the plane.</param>
    /// <param name="radius">How far the grid reaches, at least.</param>
    /// <param name="points">How many places there are along a direction.</param>
    public static LossSurface Inspect(
        IEnumerable<Tensor> tensors,
        IReadOnlyList<Tensor> parameters,
        Func<Tensor> loss,
        PlaneDirections plane,
        IReadOnlyList<IReadOnlyList<Tensor>> path,
        double radius,
        int points)
    {
        SurfacePoint[] places = [.. path.Select(place => plane.Of(parameters, place))];
        var (x, y) = (Axis(places.Select(at => at.X), radius, points), Axis(places.Select(at => at.Y), radius, points));
        using var before = new KeptTensors(tensors);
        using var mode = Autograd.NoGrad();
        Tensor[] centre = [.. parameters.Select(parameter => parameter.Detach().Clone())];
        var rows = y.Select(second => x.Select(first =>
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                // In the middle as it is, without a rounding.
                parameters[i].Copy_(first == 0 && second == 0 ? centre[i]
                    : centre[i] + (first * plane.First[i]) + (second * plane.Second[i]));
            }

            return Value(loss());
        }).ToArray());
        return new LossSurface(x, y, [.. rows], places, plane.Words);
    }

    // 0 is among the numbers, in the middle where nothing else asks for room.
    private static double[] Axis(IEnumerable<double> places, double radius, int points)
    {
        double[] known = [.. places.Where(double.IsFinite).Append(0)];
        var (low, high) = (known.Min(), known.Max());
        if (!(high > low))
        {
            var half = points / 2;
            return [.. Enumerable.Range(-half, (2 * half) + 1).Select(i => radius * i / half)];
        }

        var room = Margin * (high - low);
        var step = (high - low + (2 * room)) / (points - 1);
        var first = (int)Math.Floor((low - room) / step);
        return [.. Enumerable.Range(first, points + 1).Select(i => i * step)];
    }

    private static double Value(Tensor loss) => loss is { Count: 1 }
        ? loss.To(DType.Float64).Item<double>()
        : throw new ArgumentException(
            $"{Name}: the function gave {(loss is null ? "nothing" : loss.Describe())}, not a loss of one number; end it "
            + "with return loss;");
}
