using System.Globalization;

namespace NotebookGrad;

/// <summary>
/// A C# number in a tensor expression, as in <c>2 * x</c>. It takes the dtype of the tensor beside it and never changes
/// it.
/// </summary>
public readonly struct Scalar
{
    private readonly double real;
    private readonly long whole;

    private Scalar(double real, long whole, DType dtype)
    {
        this.real = real;
        this.whole = whole;
        DType = dtype;
    }

    /// <summary>The dtype that a tensor of this number alone gets.</summary>
    public DType DType { get; }

    /// <summary>The number as a double; a whole number beyond 2⁵³ is rounded.</summary>
    public double Value => DType is DType.Float32 or DType.Float64 ? real : whole;

    /// <summary>Reads a float.</summary>
    public static implicit operator Scalar(float value) => new(value, 0, DType.Float32);

    /// <summary>Reads a double.</summary>
    public static implicit operator Scalar(double value) => new(value, 0, DType.Float64);

    /// <summary>Reads a long.</summary>
    public static implicit operator Scalar(long value) => new(0, value, DType.Int64);

    /// <summary>Reads an int.</summary>
    public static implicit operator Scalar(int value) => new(0, value, DType.Int64);

    /// <summary>Reads a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(0, value ? 1 : 0, DType.Bool);

    /// <inheritdoc/>
    public override string ToString() => DType switch
    {
        DType.Bool => whole != 0 ? "true" : "false",
        DType.Int64 => whole.ToString(CultureInfo.InvariantCulture),
        DType.Float32 => ((float)real).ToString(CultureInfo.InvariantCulture),
        _ => real.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The number's bits, by which −0 is another number than 0, and NaN the same as itself.</summary>
    internal long Bits => DType.IsReal ? BitConverter.DoubleToInt64Bits(real) : whole;

    /// <summary>The number as a whole number.</summary>
    /// <exception cref="ArgumentException">It has a fraction, or is beyond 64 bits.</exception>
    internal long ToWhole(string operation)
    {
        if (DType is DType.Bool or DType.Int64)
        {
            return whole;
        }

        return real == Math.Floor(real) && Math.Abs(real) < 9.2e18
            ? (long)real
            : throw new ArgumentException(
                $"{operation}: the number {this} does not fit an int64 tensor, and a number never changes a tensor's "
                + "dtype; convert the tensor with .To(DType.Float32)");
    }
}
