using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>xᵖ with a constant exponent; derivative p·xᵖ⁻¹.</summary>
internal sealed class Power(double exponent) : Operation
{
    private static readonly Power Two = new(2);

    public override string Name => "pow";

    public override Notation Notation { get; } = Write(exponent);

    /// <summary>Raises to a power; whole numbers stay whole if the exponent is.</summary>
    /// <exception cref="ArgumentException">Whole numbers are raised to a negative whole power.</exception>
    public static Tensor Apply(Tensor x, Scalar exponent)
    {
        if (!x.DType.IsReal && !exponent.DType.IsReal && exponent.Value < 0)
        {
            throw new ArgumentException(
                $"pow: {x.Describe()} is {x.DType.Text}, and whole numbers have no whole power {exponent}; convert it "
                + "with .To(DType.Float32) first");
        }

        if (!x.DType.IsReal)
        {
            x = x.To(exponent.DType.IsReal ? DType.Float32 : DType.Int64);
        }

        return (exponent.Value == 2 ? Two : new Power(exponent.Value)).Apply(x);
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var y = x.EmptyLike(x.DType, x.Shape);
        if (exponent == 2)
        {
            y.Backend.Zip(default(Mul), x.View, x.View, y.View);
        }
        else if (exponent == 1)
        {
            y.Backend.Copy(x.View, y.View);
        }
        else if (exponent == 0.5)
        {
            y.Backend.MapReal(default(Sqrt), x.View, y.View);
        }
        else if (exponent == -0.5)
        {
            y.Backend.MapReal(default(Rsqrt), x.View, y.View);
        }
        else if (x.DType.IsReal)
        {
            var p = x.Number(exponent);
            y.Backend.ZipReal(default(Kernel), x.View, new(p.Storage, p.Layout.Expand(x.Shape)), y.View);
        }
        else
        {
            MultiplyRepeatedly(x, y);
        }

        return y;
    }

    internal override Keep Keeps(int operand) => exponent == 0 ? Keep.Nothing : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => exponent switch
    {
        0 => Tensor.ZerosLike(gradient),
        2 => gradient * (2 * kept[0]),
        _ => gradient * (exponent * kept[0].Pow(exponent - 1)),
    };

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Pull(kept, operand, tangent);

    // Whole numbers are raised exactly, modulo 2⁶⁴ as C#'s own product, by repeated squaring.
    private void MultiplyRepeatedly(Tensor x, Tensor y)
    {
        y.Backend.Fill(y.View, 1);
        var square = x.Converted(x.DType);
        for (var remaining = (ulong)exponent; remaining > 0; remaining >>= 1)
        {
            if ((remaining & 1) == 1)
            {
                y.Backend.Zip(default(Mul), y.View, square.View, y.View);
            }

            square.Backend.Zip(default(Mul), square.View, square.View, square.View);
        }
    }

    private static Notation Write(double exponent)
    {
        var p = Notation.Number(exponent);
        var raised = string.Concat(p.Select(Superscript));
        return exponent == 2
            ? new("(·)²", "{0}²", "{0}^2", "2·{0}")
            : new($"(·){raised}", $"{{0}}{raised}", $"{{0}}^{{{{{p}}}}}", $"{p}·{{0}}^({p}−1)");
    }

    private static char Superscript(char digit) => digit switch
    {
        '−' => '⁻',
        '.' => '·',
        >= '0' and <= '9' => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'],
        _ => digit,
    };

    internal readonly struct Kernel : IRealBinaryKernel<Kernel>
    {
        public T Invoke<T>(T a, T b)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Pow(a, b);

        public static void Invoke<T>(Kernel kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Pow(a, b, y);
    }
}
