using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>Runs one sample here, and says where it differs from PyTorch.</summary>
internal sealed class Replay
{
    private readonly StoredSample stored;
    private readonly DType real;
    private readonly Sample sample;
    private readonly Tensor[] outputs;
    private readonly List<string> differences = [];

    private Replay(StoredSample stored, Func<Sample, Tensor[]> adapter, DType real, bool contiguous)
    {
        this.stored = stored;
        this.real = real;
        sample = new Sample(stored, real, contiguous);
        outputs = adapter(sample);
    }

    /// <summary>What differs, in words; empty if nothing does.</summary>
    /// <exception cref="LeftOutException">The adapter leaves the sample out.</exception>
    public static IReadOnlyList<string> Differences(
        StoredSample stored, Func<Sample, Tensor[]> adapter, DType real, bool contiguous)
    {
        var replay = new Replay(stored, adapter, real, contiguous);
        replay.Compare();
        return replay.differences;
    }

    private void Compare()
    {
        differences.AddRange(sample.Unasked.Select(argument => $"the adapter ignores {argument}"));
        if (outputs.Length != stored.Value.Length)
        {
            differences.Add($"{outputs.Length} results, PyTorch has {stored.Value.Length}");
            return;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            var natural = stored.Value[i].DType is DType.Float64 ? real : stored.Value[i].DType;
            Compare($"value {i}", stored.Value[i], outputs[i], 0, real == DType.Float32 ? stored.DTypes32?[i] ?? natural : natural);
        }

        if (stored.Gradients is not null && differences.Count == 0)
        {
            CompareGradients();
        }
    }

    private void CompareGradients()
    {
        var leaves = sample.Leaves;
        var total = Total(outputs, 7);
        var gradients = Gradients(total, leaves);
        for (var i = 0; i < leaves.Length; i++)
        {
            Compare($"gradient {i}", stored.Gradients![i], gradients[i], 1, leaves[i].DType);
        }

        if (stored.Second is not null)
        {
            var second = Gradients(Total(gradients, 57), leaves);
            for (var i = 0; i < leaves.Length; i++)
            {
                Compare($"second gradient {i}", stored.Second[i], second[i], 2, leaves[i].DType);
            }
        }

        CompareForwardMode(leaves, gradients, total);
    }

    // ⟨Ju, v⟩ = ⟨u, Jᵀv⟩, where total is ⟨y, v⟩.
    private void CompareForwardMode(Tensor[] leaves, Tensor[] gradients, Tensor? total)
    {
        var reached = leaves.Select((leaf, i) => (leaf, i)).Where(pair => Graphs.Reaches(total, pair.leaf)).ToArray();
        if (reached.Length == 0)
        {
            return;
        }

        var tangents = reached.Select(pair => Cotangent.Of(pair.leaf, 107 + pair.i)).ToArray();
        var pushed = Autograd.Jvp(total!, [.. reached.Select(pair => pair.leaf)], tangents).Item<double>();
        var terms = reached.Select((pair, k) => (gradients[pair.i].Detach() * tangents[k]).Detach()).ToArray();
        var pulled = terms.Sum(term => term.Sum().Item<double>());
        var scale = 1 + terms.Sum(term => term.Abs().Sum().Item<double>());
        var tolerance = real == DType.Float64 ? 1e-10 : 2e-4;
        if (double.IsFinite(scale) && !(Math.Abs(pushed - pulled) <= tolerance * scale))
        {
            differences.Add($"forward mode: ⟨Ju, v⟩ is {pushed:R}, ⟨u, Jᵀv⟩ {pulled:R}");
        }
    }

    private void Compare(string what, StoredTensor expected, Tensor actual, int part, DType dtype)
    {
        if (!actual.Shape.ToArray().SequenceEqual(expected.Shape))
        {
            differences.Add($"{what} is {actual.Shape}, PyTorch's [{string.Join(", ", expected.Shape)}]");
            return;
        }

        if (actual.DType != dtype)
        {
            differences.Add($"{what} is {actual.DType.Text}, PyTorch's {dtype.Text}");
            return;
        }

        if (Bound(part, dtype) is { } bound && Difference(expected.Values(), Numbers(actual), bound) is { } difference)
        {
            differences.Add($"{what} {difference}");
        }
    }

    // Null where PyTorch's own float32 has an overflow that float64 has not.
    private double? Bound(int part, DType dtype) => dtype switch
    {
        DType.Bool or DType.Int64 => real == DType.Float32 && stored.Errors[part] is null ? null : 0,
        DType.Float64 => 1e-10,
        _ when real == DType.Float64 => 2e-5,
        _ => stored.Errors[part] is { } error ? Math.Max(2e-5, 4 * error) : null,
    };

    private static string? Difference(double[] expected, double[] actual, double bound)
    {
        var scale = 1 + expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < expected.Length; i++)
        {
            if (!expected[i].Equals(actual[i]) && !(Math.Abs(expected[i] - actual[i]) <= bound * scale))
            {
                return $"at {i} is {actual[i]:R}, PyTorch's {expected[i]:R}";
            }
        }

        return null;
    }

    private static double[] Numbers(Tensor tensor) => tensor.Detach().To(DType.Float64).ToArray<double>();

    /// <summary>Σ ⟨tensor, cotangent⟩, which gives every one of them its cotangent.</summary>
    private static Tensor? Total(Tensor[] tensors, int seed)
    {
        Tensor? total = null;
        for (var i = 0; i < tensors.Length; i++)
        {
            if (tensors[i].RequiresGrad)
            {
                var term = (tensors[i].To(DType.Float64) * Cotangent.Of(tensors[i], seed + i).To(DType.Float64)).Sum();
                total = total is null ? term : total + term;
            }
        }

        return total;
    }

    private static Tensor[] Gradients(Tensor? total, Tensor[] leaves)
    {
        var reached = leaves.Where(leaf => Graphs.Reaches(total, leaf)).ToArray();
        var found = reached.Length == 0 ? [] : Autograd.Grad(total!, reached, createGraph: true);
        return Array.ConvertAll(leaves, leaf => Array.IndexOf(reached, leaf) is var i and >= 0 ? found[i] : Tensor.ZerosLike(leaf));
    }
}
