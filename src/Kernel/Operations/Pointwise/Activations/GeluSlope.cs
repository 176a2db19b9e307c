using System.Numerics;
using System.Runtime.InteropServices;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// t·(Φ(x) + x·φ(x)), where Φ is the standard normal distribution and φ its density: what GELU does to a gradient, in
/// one pass.
/// </summary>
internal readonly struct GeluSlope : IRealBinary<GeluSlope>
{
    public static string Name => "gelu_slope";

    public Notation Notation => new(
        "GELU′",
        "{0}·(Φ({1}) + {1}·φ({1}))",
        "{0} \\cdot (\\Phi({1}) + {1} \\cdot \\varphi({1}))",
        "Φ({1}) + {1}·φ({1})",
        "{0}·φ({1})·(2 − {1}²)");

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (below, density) = NormalDistribution.Of(b);
        return a * (below + (b * density));
    }

    public static void Invoke<T>(GeluSlope kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var done = 0;
        if (typeof(T) == typeof(float))
        {
            var gradients = MemoryMarshal.Cast<T, Vector<float>>(a);
            var arguments = MemoryMarshal.Cast<T, Vector<float>>(b);
            var results = MemoryMarshal.Cast<T, Vector<float>>(y);
            for (var i = 0; i < results.Length; i++)
            {
                var (below, density) = NormalDistribution.Of(arguments[i]);
                results[i] = gradients[i] * (below + (arguments[i] * density));
            }

            done = results.Length * Vector<float>.Count;
        }

        for (var i = done; i < y.Length; i++)
        {
            y[i] = kernel.Invoke(a[i], b[i]);
        }
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        if (operand == 0)
        {
            return Binary<GeluSlope>.Apply(t, kept[1]);
        }

        var square = kept[1] * kept[1];
        var density = (-0.5 * square).Exp() / Math.Sqrt(2 * Math.PI);
        return t * (kept[0] * density * (2 - square));
    }
}
