using NotebookGrad.Backends;

namespace NotebookGrad.Sampling;

/// <summary>A distribution in a dtype each.</summary>
internal static class VariatePairs
{
    /// <summary>Uniform, float32.</summary>
    internal readonly struct UniformSingle : IVariatePair<float>
    {
        public static (float First, float Second) Of(in Drawing drawing, ulong first, ulong second) =>
            (Variates.FractionSingle(first), Variates.FractionSingle(second));
    }

    /// <summary>Uniform, float64.</summary>
    internal readonly struct UniformDouble : IVariatePair<double>
    {
        public static (double First, double Second) Of(in Drawing drawing, ulong first, ulong second) =>
            (Variates.Fraction(first), Variates.Fraction(second));
    }

    /// <summary>Normal, float32.</summary>
    internal readonly struct NormalSingle : IVariatePair<float>
    {
        public static (float First, float Second) Of(in Drawing drawing, ulong first, ulong second)
        {
            var (one, other) = Variates.Normals(first, second);
            return ((float)one, (float)other);
        }
    }

    /// <summary>Normal, float64.</summary>
    internal readonly struct NormalDouble : IVariatePair<double>
    {
        public static (double First, double Second) Of(in Drawing drawing, ulong first, ulong second) =>
            Variates.Normals(first, second);
    }

    /// <summary>Whole, int64.</summary>
    internal readonly struct Whole : IVariatePair<long>
    {
        public static (long First, long Second) Of(in Drawing drawing, ulong first, ulong second) => (
            Variates.Whole(first, drawing.Low, drawing.Range), Variates.Whole(second, drawing.Low, drawing.Range));
    }
}
