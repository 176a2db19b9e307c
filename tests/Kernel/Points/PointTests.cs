using System.Text;

namespace NotebookGrad.Tests.Points;

/// <summary>Functions and their derivatives where the truth is known to 50 digits.</summary>
public class PointTests(Proof proof) : IClassFixture<Proof>
{
    public static TheoryData<string> Names() => [.. KnownPoints.All.Keys];

    [Fact]
    public void Every_function_has_points() => Assert.Equal(KnownPoints.All.Keys.Order(), Accuracy.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_slopes_are_the_truth_to_the_last_places(string name)
    {
        var accuracy = Accuracy.All[name];
        var misses = new List<string>();
        foreach (var (point, what, error, text) in Errors(name))
        {
            if (!(error <= (what == "value" ? accuracy.Value : accuracy.Slope)))
            {
                misses.Add($"{what} at {string.Join(", ", point.Select(x => $"{x:R}"))}: {error:G3} ulp, {text}");
            }
        }

        Assert.True(misses.Count == 0, $"{misses.Count} misses:\n{string.Join("\n", misses.Take(12))}");
    }

    [Fact]
    public void The_worst_errors_are_told()
    {
        var text = new StringBuilder();
        text.AppendLine($"Points: {KnownPoints.All.Count} functions at {KnownPoints.All.Values.Sum(known => known.Points.Length)} points known to 50 digits");
        foreach (var name in KnownPoints.All.Keys)
        {
            var errors = Errors(name).ToLookup(row => row.What == "value", row => row.Error);
            var known = KnownPoints.All[name];
            text.AppendLine(
                $"  {name}: value {errors[true].DefaultIfEmpty().Max():G2} ulp (PyTorch {known.TorchValue}), "
                + $"slope {errors[false].DefaultIfEmpty().Max():G2} (PyTorch {known.TorchSlope})");
        }

        proof.Tell(text.ToString().TrimEnd());
    }

    private static IEnumerable<(double[] Point, string What, double Error, string Text)> Errors(string name)
    {
        var accuracy = Accuracy.All[name];
        foreach (var point in KnownPoints.All[name].Points)
        {
            var leaves = Array.ConvertAll(point.Arguments, x => Tensor.Of(x, requiresGrad: true));
            var value = accuracy.Function(leaves);
            var slopes = Autograd.Grad(value, leaves);
            if (point.Value is { } expected)
            {
                yield return Row(point, "value", expected, value, accuracy.ValueScale);
            }

            for (var i = 0; i < slopes.Length; i++)
            {
                if (point.Slopes[i] is { } slope)
                {
                    yield return Row(point, "slope", slope, slopes[i], accuracy.SlopeScale);
                }
            }
        }
    }

    private static (double[], string, double, string) Row(KnownPoints.Point point, string what, double expected, Tensor actual, double scale)
    {
        var number = actual.Item<double>();
        return (point.Arguments, what, Accuracy.Ulps(expected, number, scale), $"{number:R}, the truth is {expected:R}");
    }
}
