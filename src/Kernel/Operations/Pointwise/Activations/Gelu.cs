using System.Numerics;
using System.Runtime.InteropServices;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// x·Φ(x), where Φ is the standard normal distribution; derivative Φ(x) + x·φ(x), where φ is its density.
/// (Hendrycks and Gimpel, Gaussian Error Linear Units, 2016.)
/// </summary>
internal readonly struct Gelu : IRealUnary<Gelu>
{
    public static string Name => "gelu";

    public Notation Notation => new("GELU", "GELU({0})", "\\operatorname{{GELU}}({0})", "Φ({0}) + {0}·φ({0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * NormalDistribution.Of(x).Below;

    public static void Invoke<T>(Gelu kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var done = 0;
        if (typeof(T) == typeof(float))
        {
            var arguments = MemoryMarshal.Cast<T, Vector<float>>(x);
            var results = MemoryMarshal.Cast<T, Vector<float>>(y);
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = arguments[i] * NormalDistribution.Of(arguments[i]).Below;
            }

            done = results.Length * Vector<float>.Count;
        }

        for (var i = done; i < y.Length; i++)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }

    public Tensor Scale(Tensor t, in Kept kept) => Binary<GeluSlope>.ApplyOver(t, kept[0]);
}
