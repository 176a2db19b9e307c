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

    private string Weight => HasWeight ? "{1}·" : "";

    private string Bias => HasBias ? HasWeight ? " + {2}" : " + {1}" : "";

    /// <summary>The mean along the axes, which stay with length 1; of a tensor as it is seen.</summary>
    public Tensor Mean(Tensor x) => new Mean(Along, Along.Reduced(Seen)).Apply(x);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (y, _) = Normalize(operands[0].Detach());
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

        var pulled = IsWeight(operand) ? gradient * Normalize(kept[0]).Value : gradient;
        return pulled.SumTo(Parameters).Reshape(kept.ShapeOf(operand));
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var pushed = operand == 0
            ? Weighted(kept, Differentiate(kept, tangent.Reshape(Seen)))
            : tangent.Reshape(Parameters);
        pushed = IsWeight(operand) ? pushed * Normalize(kept[0]).Value : pushed;
        return pushed.Expand(Seen).Reshape(kept.ShapeOf(0));
    }

    private bool IsWeight(int operand) => operand == 1 && HasWeight;

    private Tensor Weighted(in Kept kept, Tensor t) => HasWeight ? t * kept[1].Reshape(Parameters) : t;

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
        var (normal, deviation) = Normalize(kept[0]);
        if (Given is null)
        {
            var projected = normal * Mean(normal * t);
            t = (IsCentred ? t - Mean(t) : t) - projected;
        }

        return t / deviation;
    }
}
