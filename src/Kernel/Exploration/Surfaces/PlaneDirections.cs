namespace NotebookGrad.Exploration;

/// <summary>Two directions in the space of some parameters: for each parameter a float64 tensor of its shape.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Words">What they are.</param>
internal sealed record PlaneDirections(Tensor[] First, Tensor[] Second, string Words)
{
    private const string Name = "loss_surface";

    /// <summary>
    /// Random directions by which each filter moves as far as it is long: Li et al., Visualizing the Loss Landscape of
    /// Neural Nets, 2018. Vectors (biases, scales of normalisation) stay where they are, unless there is nothing else.
    /// </summary>
    public static PlaneDirections Random(IReadOnlyList<Tensor> parameters, int seed)
    {
        var generator = new Generator(seed);
        var hasFilters = parameters.Any(parameter => parameter.Shape.Rank > 1);
        Tensor[] Draw() => [.. parameters.Select(parameter =>
        {
            var direction = Tensor.Randn(parameter.Shape, dtype: DType.Float64, device: parameter.Device, generator: generator);
            return hasFilters && parameter.Shape.Rank < 2 ? Tensor.ZerosLike(direction) : direction;
        })];
        return Scaled(parameters, Draw(), Draw(), "random, scaled by filters");
    }

    /// <summary>Directions as they are given, scaled by filters.</summary>
    public static PlaneDirections Scaled(
        IReadOnlyList<Tensor> parameters, IEnumerable<Tensor> first, IEnumerable<Tensor> second, string words) =>
        new([.. parameters.Zip(first, AsLong)], [.. parameters.Zip(second, AsLong)], words);

    /// <summary>The two directions along which places of a path lie farthest from where the weights are.</summary>
    /// <exception cref="ArgumentException">The places lie on a line, or on one point.</exception>
    public static PlaneDirections Principal(IReadOnlyList<Tensor> parameters, IReadOnlyList<IReadOnlyList<Tensor>> places)
    {
        var (values, vectors) = Linalg.Eigh(Products(parameters, places));
        var sizes = values.ToArray<double>();
        if (sizes.Length < 2 || !(sizes[^2] > 1e-12 * sizes[^1]))
        {
            throw new ArgumentException(
                $"{Name}: the {places.Count} places of the path lie on a line or on one point, through which there are "
                + "many planes; record more of them while the weights are trained, or leave the path out");
        }

        Tensor[] Direction(int rank) => [.. parameters.Select((parameter, i) => Stack(parameter, places, i)
            .MatMul((vectors[.., ^rank] / Math.Sqrt(sizes[^rank])).To(parameter.Device)).Reshape(parameter.Shape))];
        var share = (sizes[^1] + sizes[^2]) / sizes.Sum();
        return new(Direction(1), Direction(2), $"the two principal ones of the path, {100 * share:0}% of its way");
    }

    /// <summary>Where a place lies in the plane, as near as can be.</summary>
    public SurfacePoint Of(IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> place)
    {
        var (aa, ab, bb, ad, bd) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < parameters.Count; i++)
        {
            var way = Wide(place[i]) - Wide(parameters[i]);
            aa += Dot(First[i], First[i]);
            ab += Dot(First[i], Second[i]);
            bb += Dot(Second[i], Second[i]);
            ad += Dot(First[i], way);
            bd += Dot(Second[i], way);
        }

        var determinant = (aa * bb) - (ab * ab);
        return new(((ad * bb) - (bd * ab)) / determinant, ((bd * aa) - (ad * ab)) / determinant);
    }

    private static Tensor AsLong(Tensor parameter, Tensor direction)
    {
        if (parameter.Count == 0)
        {
            return direction;
        }

        var rows = parameter.Shape.Rank < 2 ? 1 : parameter.Shape[0];
        var (own, other) = (Wide(parameter).Reshape(rows, -1), direction.Reshape(rows, -1));
        var length = other.Norm(2, 1, keepDim: true);
        var factor = Tensor.Where(length > 0, own.Norm(2, 1, keepDim: true) / length, Tensor.ZerosLike(length));
        return (other * factor).Reshape(parameter.Shape);
    }

    // Of ways from where the weights are now, so that one parameter at a time is enough.
    private static Tensor Products(IReadOnlyList<Tensor> parameters, IReadOnlyList<IReadOnlyList<Tensor>> places)
    {
        var sum = Tensor.Zeros([places.Count, places.Count], dtype: DType.Float64, device: Device.Cpu);
        for (var i = 0; i < parameters.Count && places.Count > 0; i++)
        {
            var ways = Stack(parameters[i], places, i);
            sum = sum + ways.T.MatMul(ways).Cpu();
        }

        return sum;
    }

    private static Tensor Stack(Tensor parameter, IReadOnlyList<IReadOnlyList<Tensor>> places, int number) =>
        Tensor.Stack([.. places.Select(place => (Wide(place[number]) - Wide(parameter)).Reshape(-1))], 1);

    private static Tensor Wide(Tensor tensor) => tensor.Detach().To(DType.Float64);

    private static double Dot(Tensor one, Tensor other) => (one * other).Sum().Item<double>();
}
