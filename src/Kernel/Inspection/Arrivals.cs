namespace NotebookGrad.Inspection;

/// <summary>What has come back to one node from those that use its value.</summary>
internal sealed class Arrivals
{
    // Sums in another order differ by the rounding of their terms.
    private const double SingleTolerance = 1e-5;
    private const double DoubleTolerance = 1e-12;

    private readonly List<(Node User, int Operand)> uses = [];
    private Tensor? sum;
    private double size;
    private bool isPartial;

    /// <summary>Who gave something.</summary>
    public IReadOnlyList<(Node User, int Operand)> Uses => uses;

    /// <summary>The sum, or null where a part of it is not known.</summary>
    public Tensor? Sum => isPartial ? null : sum;

    /// <summary>Adds what one use gave; null is not known.</summary>
    public void Add(Node user, int operand, Tensor? contribution, ValueSummary? summary)
    {
        uses.Add((user, operand));
        if (contribution is null || summary is null || isPartial)
        {
            (isPartial, sum) = (true, null);
            return;
        }

        size += double.IsNaN(summary.Minimum) ? 0 : Math.Max(Math.Abs(summary.Minimum), Math.Abs(summary.Maximum));
        sum = sum is null ? contribution : sum + contribution;
    }

    /// <summary>Whether the sum is, but for rounding, a certain gradient.</summary>
    public bool AddUpTo(Tensor gradient)
    {
        var most = size * (gradient.DType == DType.Float64 ? DoubleTolerance : SingleTolerance);
        if (DeviceElements.AreFar(gradient))
        {
            return sum!.Detach().IsClose(gradient.Detach(), rtol: 0, atol: most, equalNan: true).All().Item<bool>();
        }

        var (found, told) = (ValueInspector.Read(sum!), ValueInspector.Read(gradient));
        for (var i = 0; i < told.Length; i++)
        {
            // Equal also where both are NaN, or the same infinity.
            if (!found[i].Equals(told[i]) && !(Math.Abs(found[i] - told[i]) <= most))
            {
                return false;
            }
        }

        return found.Length == told.Length;
    }
}
