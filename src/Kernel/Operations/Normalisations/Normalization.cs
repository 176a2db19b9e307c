using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// What layer, batch, instance, group and root-mean-square normalisation have in common: x̂ = (x − m)/√(v + ε), where m
/// and v are mean and variance along some axes, then w·x̂ + b. Operands are x, and the weight and the bias if there are
/// any.
/// </summary>
/// <remarks>
/// With n elements along the axes the Jacobian of x̂ is (I − 11ᵀ/n − x̂x̂ᵀ/n)/√(v + ε). It is symmetric, so that push
/// and pull are one. Without centring its middle term is missing; with given statistics only the first one stays.
/// </remarks>
internal sealed class Normalization(string name) : Operation
{
    public override string Name => name;

    public override Notation Notation => IsCentred
        ? new(
            name.Replace('_', ' '),
            Weight + "({0} − mean)/√(var + ε)" + Bias,
            Weight + "\\frac{{{0} - \\mu}}{{\\sqrt{{\\sigma^2 + \\epsilon}}}}" + Bias)
        : new(
            name.Replace('_', ' '),
            Weight + "{0}/√(mean {0}² + ε)" + Bias,
            Weight + "\\frac{{{0}}}{{\\sqrt{{\\overline{{{0}^2}} + \\epsilon}}}}" + Bias);

    /// <summary>The shape in which x is seen; of x's count.</summary>
    public required Shape Seen { get; init; }

    /// <summary>The axes of that shape along which mean and variance are taken.</summary>
    public required Axes Along { get; init; }

    /// <summary>The shape in which weight and bias are seen; it broadcasts to <see cref="Seen"/>.</summary>
    public required Shape Parameters { get; init; }

    /// <summary>What is added to the variance.</summary>
    public required double Epsilon { get; init; }

    /// <summary>Whether the first operand after x is a weight and not the bias.</summary>
    public required bool HasWeight { get; init; }

    /// <summary>Whether the last operand is a bias.</summary>
    public required bool HasBias { get; init; }

    /// <summary>Whether the mean is subtracted.</summary>
    public bool IsCentred { get; init; } = true;

    /// <summary>Mean and variance where they come from elsewhere; they broadcast to <see cref="Seen"/>.</summary>
    public (Tensor Mean, Tensor Variance)? Given { get; init; }

    // Rows side by side, as layer normalisation has them, are done in one go.
    private bool IsOfRows => Given is null && Along.AreInnermost && Seen.Count > 0;

    private bool HasParametersOfRows => Parameters.Count == Along.CountIn(Seen)
        && Parameters.Lengths.SequenceEqual(Seen.Lengths[^Parameters.Rank..]);

    private string Weight => HasWeight ? "{1}·" : "";

    private string Bias => HasBias ? HasWeight ? " + {2}" : " + {1}" : "";

    /// <summary>The mean along the axes, which stay with length 1; of a tensor as it is seen.</summary>
    public Tensor Mean(Tensor x) => new Mean(Along, Along.Reduced(Seen)).Apply(x);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach().Reshape(Seen);
        if (IsOfRows && HasParametersOfRows)
        {
            return Rowwise(x, HasWeight ? operands[1] : null, HasBias ? operands[^1] : null).Reshape(operands[0].Shape);
        }

        var y = Normal(x);
        for (var i = 1; i < operands.Length; i++)
        {
            var parameter = operands[i].Detach().Reshape(Parameters);
            y = IsWeight(i) ? y * parameter : y + parameter;
        }

        return y.Reshape(operands[0].Shape);
    }

    internal override Keep Keeps(int operand) => operand switch
    {
        0 => HasWeight ? Keep.Operand0 | Keep.Operand1 : Keep.Operand0,
        _ => IsWeight(operand) ? Keep.Operand0 : Keep.Nothing,
    };

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        gradient = gradient.Reshape(Seen);
        if (operand == 0)
        {
            return Differentiate(kept, Weighted(kept, gradient)).Reshape(kept.ShapeOf(0));
        }

        var pulled = IsWeight(operand) ? gradient * Normal(kept[0]) : gradient;
        return pulled.SumTo(Parameters).Reshape(kept.ShapeOf(operand));
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var pushed = operand == 0
            ? Weighted(kept, Differentiate(kept, tangent.Reshape(Seen)))
            : tangent.Reshape(Parameters);
        pushed = IsWeight(operand) ? pushed * Normal(kept[0]) : pushed;
        return pushed.Expand(Seen).Reshape(kept.ShapeOf(0));
    }

    private bool IsWeight(int operand) => operand == 1 && HasWeight;

    private Tensor Weighted(in Kept kept, Tensor t) => HasWeight ? t * kept[1].Reshape(Parameters) : t;

    private Tensor Normal(Tensor x) =>
        IsOfRows && !IsRecorded(x) ? Rowwise(x.Reshape(Seen), null, null) : Normalize(x).Value;

    private Tensor Rowwise(Tensor x, Tensor? weight, Tensor? bias)
    {
        x = x.Contiguous();
        var y = x.EmptyLike(x.DType, Seen);
        y.Backend.Normalize(Rows(x), Row(weight), Row(bias), Epsilon, IsCentred, Rows(y));
        return y;

        View? Row(Tensor? parameter) => parameter?.Contiguous() is { } dense
            ? new View(dense.Storage, dense.Layout.Reshape([(int)dense.Shape.Count])!)
            : null;
    }

    // As a matrix whose rows are normalised.
    private View Rows(Tensor x)
    {
        var length = Along.CountIn(Seen);
        return new(x.Storage, x.Layout.Reshape([(int)(Seen.Count / length), (int)length])!);
    }

    // x̂, and √(v + ε), which it was divided by.
    private (Tensor Value, Tensor Deviation) Normalize(Tensor x)
    {
        x = x.Reshape(Seen);
        if (IsCentred)
        {
            x = x - (Given is { } given ? given.Mean : Mean(x));
        }

        var deviation = ((Given?.Variance ?? Mean(x * x)) + Epsilon).Sqrt();
        return (x / deviation, deviation);
    }

    // The Jacobian of x̂ applied to t.
    private Tensor Differentiate(in Kept kept, Tensor t)
    {
        if (IsOfRows && !IsRecorded(kept[0]) && !IsRecorded(t))
        {
            var (x, rows) = (kept[0].Reshape(Seen).Contiguous(), t.Expand(Seen).Contiguous());
            var y = x.EmptyLike(x.DType, Seen);
            y.Backend.NormalizeSlope(Rows(x), Rows(rows), Epsilon, IsCentred, Rows(y));
            return y;
        }

        var (normal, deviation) = Normalize(kept[0]);
        if (Given is null)
        {
            var projected = normal * Mean(normal * t);
            t = (IsCentred ? t - Mean(t) : t) - projected;
        }

        return t / deviation;
    }
}
