using NotebookGrad.Exploration;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Exploration;

public class LossSurfaceTests
{
    private static readonly StoredExplorations Known = StoredExplorations.Known;

    [Fact]
    public void Along_given_directions_losses_are_those_of_PyTorch()
    {
        var w = Known.Parameters();
        var (first, second) = (Direction(0), Direction(1));
        var surface = Explore.LossSurface(w, () => Known.Loss(w), first, second, points: 5);
        Assert.Equal([-1, -0.5, 0, 0.5, 1], surface.X);
        AssertNear(Known.Surface, surface.Losses);
        Assert.Equal(Known.Loss(Known.Parameters()).Item<double>(), surface.Here);
    }

    [Fact]
    public void Along_directions_that_are_scaled_by_filters_losses_are_those_of_PyTorch()
    {
        // Vectors stay where they are.
        Tensor[] Ignoring(Tensor[] direction) => [.. direction.Select(part => part.Shape.Rank > 1 ? part : Tensor.ZerosLike(part))];
        var w = Known.Parameters();
        var plane = PlaneDirections.Scaled(w, Ignoring(Direction(0)), Ignoring(Direction(1)), "");
        AssertNear(Known.ScaledSurface, SurfaceInspector.Inspect(w, w, () => Known.Loss(w), plane, [], 1, 5).Losses);
    }

    [Fact]
    public void Random_directions_move_each_filter_as_far_as_it_is_long_and_no_bias()
    {
        var parameters = new Sequential(new Conv2d(2, 3, 3), new Linear(4, 5)).Parameters;
        var plane = PlaneDirections.Random(parameters, 7);
        foreach (var (direction, parameter) in plane.First.Concat(plane.Second).Zip(parameters.Concat(parameters)))
        {
            if (parameter.Shape.Rank < 2)
            {
                Assert.Equal(0, direction.Abs().Sum().Item<double>());
                continue;
            }

            var lengths = parameter.Flatten(1).Norm(2, 1).ToArray<double>();
            Assert.Equal(lengths, direction.Flatten(1).Norm(2, 1).ToArray<double>(), (one, other) => Math.Abs(one - other) < 1e-6);
        }

        Assert.True(PlaneDirections.Random(parameters, 7).First[0].Equal(plane.First[0]));
        Assert.False(PlaneDirections.Random(parameters, 8).First[0].Equal(plane.First[0]));
    }

    [Fact]
    public void Weights_that_are_vectors_alone_move_all_the_same()
    {
        var w = Tensor.Of(new[] { 3.0, 4 }, requiresGrad: true);
        Assert.Equal(5, PlaneDirections.Random([w], 0).First[0].Norm().Item<double>(), 1e-12);
    }

    [Fact]
    public void Everything_is_as_before_to_the_last_bit_also_when_the_loss_fails()
    {
        var net = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Linear(4, 2));
        net.Parameters[0].Grad = Tensor.Ones([4, 3]);
        using (Autograd.NoGrad())
        {
            net.Parameters[1].Copy_(Tensor.Of([-0f, float.NaN, float.Epsilon, 1f / 3]));
        }

        var before = net.StateDict().ToDictionary(pair => pair.Key, pair => Bits(pair.Value));
        var count = 0;
        Tensor Loss() => count++ < 7 ? net.Call(Tensor.Randn([5, 3])).Square().Mean() : throw new FormatException();
        Assert.Throws<FormatException>(() => Explore.LossSurface(net, Loss));
        Assert.Equal(before, net.StateDict().ToDictionary(pair => pair.Key, pair => Bits(pair.Value)));
        count = int.MinValue;
        Explore.LossSurface(net, Loss, points: 5);
        Assert.Equal(before, net.StateDict().ToDictionary(pair => pair.Key, pair => Bits(pair.Value)));
        Assert.Equal(12, net.Parameters[0].Grad!.Sum().Item<float>());
        Assert.Null(net.Parameters[2].Grad);
        Assert.True(net.Parameters.All(parameter => parameter.RequiresGrad));
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("naive")]
    public void A_path_in_a_plane_is_drawn_in_it_and_has_its_lengths(string device)
    {
        using var place = (device == "cpu" ? Device.Cpu : NaiveBackend.Device).Use();
        var line = new Linear(4, 1, bias: false).To(DType.Float64);
        var w = line.Parameters[0];
        var (a, b) = (Tensor.Of(new[,] { { 1.0, 0, 2, 0 } }), Tensor.Of(new[,] { { 0.0, 1, 0, -1 } }));
        var path = new WeightPath(line);
        (double A, double B)[] steps = [(3, 1), (2, -1), (1, 1), (0.5, 0), (0, 0)];
        foreach (var step in steps)
        {
            using (Autograd.NoGrad())
            {
                w.Copy_((step.A * a) + (step.B * b) + 0.25);
            }

            path.Record();
        }

        var centre = w.Detach().Clone();
        var surface = Explore.LossSurface(line, () => (w - centre).Square().Sum(), path, points: 9);
        Assert.Equal(5, surface.Path.Count);
        Assert.Contains("100%", surface.Directions);
        foreach (var (step, at) in steps.Zip(surface.Path))
        {
            // The directions are of length 1 and upright to each other, so that lengths stay.
            Assert.Equal((5 * step.A * step.A) + (2 * step.B * step.B), (at.X * at.X) + (at.Y * at.Y), 1e-9);
            Assert.InRange(at.X, surface.X[0], surface.X[^1]);
            Assert.InRange(at.Y, surface.Y[0], surface.Y[^1]);
        }

        foreach (var (row, y) in surface.Y.Index())
        {
            Assert.All(surface.X.Zip(surface.Losses[row]), pair => Assert.Equal((pair.First * pair.First) + (y * y), pair.Second, 1e-9));
        }

        Assert.Equal(0, surface.Here);
    }

    [Fact]
    public void A_long_path_keeps_bounded_places_from_first_to_last()
    {
        var line = new Linear(1, 1, bias: false);
        var path = new WeightPath(line);
        for (var i = 0; i < 5000; i++)
        {
            using (Autograd.NoGrad())
            {
                line.Parameters[0].Fill_(i);
            }

            path.Record();
        }

        var kept = path.Places.Select(place => place[0].Item<float>()).ToArray();
        Assert.InRange(kept.Length, 60, 128);
        Assert.Equal(0, kept[0]);
        Assert.True(kept[^1] > 4900);
        Assert.Single(kept.Zip(kept.Skip(1), (one, next) => next - one).Distinct());
    }

    [Fact]
    public void Levels_are_factors_where_the_losses_span_some()
    {
        Assert.False(Surface(1, 29).LogScale);
        Assert.True(Surface(1, 31).LogScale);
        Assert.False(Surface(-1, 1000).LogScale);
        Assert.False(Surface(double.NaN, double.PositiveInfinity).LogScale);
    }

    private static LossSurface Surface(params double[] losses) => new([0, 1], [0], [losses], [], "");

    private static Tensor[] Direction(int number) => [.. Known.Directions[number].Select(StoredExplorations.Tensor)];

    private static string Bits(Tensor tensor) =>
        Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(tensor.ToArray<float>()));

    private static void AssertNear(double[][] expected, IReadOnlyList<IReadOnlyList<double>> actual)
    {
        foreach (var (row, losses) in expected.Index())
        {
            Assert.Equal(losses, actual[row], (one, other) => Math.Abs(one - other) < 1e-12);
        }
    }
}
