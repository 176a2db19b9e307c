namespace NotebookGrad.Tests.Functions;

/// <summary>GELU in float32, which is done for a vector of numbers at once, against float64, which PointTests hold.</summary>
public class GeluTests
{
    // Units in the last place of float32, and the smallest that a product of small numbers keeps digits of.
    private const double Tolerance = 12.0 / (1 << 24);
    private const double Smallest = 1e-36;

    private static readonly float[] Numbers = [.. Enumerable.Range(-12_700, 25_401).Select(i => i * 0.001f)];

    [Fact]
    public void Values_are_exact_to_a_few_units_in_the_last_place_also_where_they_are_small() =>
        AssertClose(Functional.Gelu(Tensor.Of(Numbers).To(DType.Float64)), Functional.Gelu(Tensor.Of(Numbers)));

    [Fact]
    public void So_are_slopes_but_for_what_their_zero_takes()
    {
        var x = Tensor.Of(Numbers, requiresGrad: true);
        var exact = Tensor.Of(Numbers).To(DType.Float64);
        exact.RequiresGrad = true;
        Functional.Gelu(x).Sum().Backward();
        Functional.Gelu(exact).Sum().Backward();

        // Φ(x) and x·φ(x) cancel near −0.75; each counts.
        var size = exact.Grad.ToArray<double>().Zip(Numbers, (slope, at) => Math.Abs(slope) + (2 * Math.Abs(at) * Math.Exp(-0.5 * at * at) / Math.Sqrt(2 * Math.PI)));
        Assert.All(x.Grad.ToArray<float>().Zip(exact.Grad.ToArray<double>(), size), row =>
            Assert.Equal(row.Second, row.First, (Tolerance * row.Third) + Smallest));
    }

    [Fact]
    public void What_is_not_finite_is_so_in_a_vector_as_alone()
    {
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 0, 100, -100, float.MaxValue];
        var many = Functional.Gelu(Tensor.Of(Enumerable.Repeat(odd, 8).SelectMany(x => x).ToArray())).ToArray<float>();
        float[] alone = [.. odd.Select(x => Functional.Gelu(Tensor.Of(x)).Item<float>())];
        Assert.Equal(Enumerable.Repeat(alone, 8).SelectMany(x => x), many);
    }

    private static void AssertClose(Tensor exact, Tensor rounded) => Assert.All(
        rounded.ToArray<float>().Zip(exact.ToArray<double>()),
        pair => Assert.Equal(pair.Second, pair.First, (Tolerance * Math.Abs(pair.Second)) + Smallest));
}
