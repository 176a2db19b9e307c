using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Compares derivatives by the engine with central differences.</summary>
internal sealed class GradChecker
{
    private readonly Func<Tensor[], Tensor[]> function;
    private readonly Tensor[] inputs;
    private readonly int[] moved;
    private readonly double step;
    private readonly double atol;
    private readonly double rtol;
    private readonly List<GradCheckEntry> entries = [];

    // Reverse mode gives a row of the matrix at a time, differences a column.
    private readonly Dictionary<(Tensor Output, int Element), double[]?[]> rows = [];

    public GradChecker(
        Func<Tensor[], Tensor[]> function, IReadOnlyList<Tensor> inputs, double step, double atol, double rtol,
        int[]? moved = null)
    {
        this.function = function;
        this.inputs = [.. inputs.Select(input => input.Detach())];
        this.moved = moved ?? Moved(inputs);
        (this.step, this.atol, this.rtol) = (step, atol, rtol);
    }

    /// <summary>The numbers of the inputs that are moved.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static int[] Moved(IReadOnlyList<Tensor> inputs)
    {
        int[] real = [.. Enumerable.Range(0, inputs.Count).Where(i => inputs[i].DType.IsReal)];
        int[] asked = [.. real.Where(i => inputs[i].RequiresGrad)];
        return (asked.Length > 0 ? asked : real) is { Length: > 0 } moved
            ? moved
            : throw new ArgumentException("gradcheck: no input is float32 or float64, so there is nothing to move");
    }

    /// <summary>A tensor like another, of numbers without a pattern that a mistake could share.</summary>
    public static Tensor Direction(Tensor like)
    {
        var values = new double[like.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Cos(1 + i * 1.618) + 0.5;
        }

        return TensorCreation.Make<double>(values, like.Shape, false, like.DType, like.Device);
    }

    /// <summary>Makes the comparison.</summary>
    public GradCheckReport Report()
    {
        using (Autograd.EnableGrad())
        {
            return Troubles() ?? Compare();
        }
    }

    /// <summary>An output element as one input element is moved.</summary>
    internal double At(GradCheckEntry entry, double by)
    {
        var input = moved[entry.Input];
        var outputs = function(Copies(input, Places.Number(inputs[input].Shape, entry.InputIndex), by));
        var output = outputs[entry.Output];
        return ValueInspector.Read(output)[Places.Number(output.Shape, entry.OutputIndex)];
    }

    /// <summary>Whether a derivative is near enough to a difference.</summary>
    internal bool Agree(double analytic, double numeric) => Excess(analytic, numeric) <= 1;

    /// <summary>Whether part of the computation is float32.</summary>
    internal bool IsSingle() => Graph.Of(function(Copies())).Nodes.Any(node => node.DType == DType.Float32);

    // What makes a comparison meaningless.
    private GradCheckReport? Troubles()
    {
        var copies = Copies();
        var before = copies.Select(copy => copy.Storage.Version).ToArray();
        var outputs = function(copies);
        var changed = Array.FindIndex(copies, copy => copy.Storage.Version != before[Array.IndexOf(copies, copy)]);
        if (changed >= 0)
        {
            return Trouble(
                GradCheckDiagnosis.InPlace,
                $"the function changes its input {changed} in place"
                + $"{SourceLine.Phrase(copies[changed].Storage.LastChange?.Line)}, so that a second call starts from "
                + "other numbers. Let it work on a copy, x.Clone().");
        }

        try
        {
            var first = Gradients(outputs, copies);
            copies = Copies();
            var again = function(copies);
            return Same(outputs, again) && Same(first, Gradients(again, copies))
                ? null
                : Trouble(
                    GradCheckDiagnosis.NonDeterminism,
                    "two calls with the same inputs gave different values or derivatives. Take random numbers and "
                    + "counters out of the function, or seed it inside.");
        }
        catch (InvalidOperationException problem) when (outputs.Any(IsDamaged))
        {
            return Trouble(GradCheckDiagnosis.InPlace, problem.Message);
        }
    }

    private GradCheckReport Compare()
    {
        var copies = Copies();
        var outputs = function(copies);
        for (var i = 0; i < moved.Length; i++)
        {
            for (var element = 0; element < inputs[moved[i]].Count; element++)
            {
                Compare(outputs, copies, i, element);
            }
        }

        var worst = entries.MaxBy(entry => Excess(entry.Analytic, entry.Numeric));
        var (diagnosis, detail) = worst is null || Agree(worst.Analytic, worst.Numeric)
            ? (GradCheckDiagnosis.Agreement, "derivatives and differences agree")
            : GradCheckDoctor.Diagnose(this, worst, step);
        return new GradCheckReport(diagnosis, detail, worst, entries, step, atol, rtol);
    }

    private void Compare(Tensor[] outputs, Tensor[] copies, int input, int element)
    {
        var above = function(Copies(moved[input], element, step));
        var below = function(Copies(moved[input], element, -step));
        Tensor[] by = [.. moved.Select(i => copies[i])];
        var place = Places.Of(by[input].Shape, element);
        for (var output = 0; output < outputs.Length; output++)
        {
            var (high, low) = (ValueInspector.Read(above[output]), ValueInspector.Read(below[output]));
            var forward = Pushed(outputs[output], by, input, element);
            for (var k = 0; k < high.Length; k++)
            {
                var numeric = (high[k] - low[k]) / (2 * step);
                var at = Places.Of(outputs[output].Shape, k);
                var pulled = Pulled(outputs[output], by, input, element, k);
                entries.Add(new(input, place, output, at, false, pulled, numeric));
                entries.Add(new(input, place, output, at, true, forward[k], numeric));
            }
        }
    }

    private double Pulled(Tensor output, Tensor[] by, int input, int element, int k)
    {
        if (!rows.TryGetValue((output, k), out var row))
        {
            var found = output.RequiresGrad
                ? Autograd.Grad([output], by, [Unit(output, k)], retainGraph: true, allowUnused: true)
                : new Tensor[by.Length];
            rows[(output, k)] = row = Array.ConvertAll(found, one => one is null ? null : ValueInspector.Read(one));
        }

        return row[input]?[element] ?? 0;
    }

    private static double[] Pushed(Tensor output, Tensor[] by, int input, int element)
    {
        var tangents = Array.ConvertAll(by, one => Tensor.ZerosLike(one));
        tangents[input] = Unit(by[input], element);
        using (Autograd.NoGrad())
        {
            return ValueInspector.Read(ForwardPass.Push(output, by, tangents));
        }
    }

    private static Tensor Unit(Tensor like, int element)
    {
        var unit = Tensor.ZerosLike(like);
        unit.Backend.Fill(new(unit.Storage, Layout.Contiguous([(int)like.Count]).Select(0, element)), 1);
        return unit;
    }

    // A gradient of everything at once, to be compared with another.
    private Tensor[] Gradients(Tensor[] outputs, Tensor[] copies)
    {
        Tensor[] recorded = [.. outputs.Where(output => output.RequiresGrad)];
        if (recorded.Length == 0)
        {
            return [];
        }

        var gradients = Autograd.Grad(
            recorded, [.. moved.Select(i => copies[i])], [.. recorded.Select(Direction)], retainGraph: true,
            allowUnused: true);
        return [.. gradients.Where(gradient => gradient is not null)];
    }

    private Tensor[] Copies(int input = -1, int element = 0, double by = 0)
    {
        var copies = Array.ConvertAll(inputs, one => one.Converted(one.DType));
        if (input >= 0)
        {
            var place = Layout.Contiguous([(int)copies[input].Count]).Select(0, element);
            new Tensor(copies[input].Storage, place).Add_(by);
        }

        return [.. copies.Select((copy, i) => copy.Detach().RequiresGrad_(moved.Contains(i)))];
    }

    private GradCheckReport Trouble(GradCheckDiagnosis diagnosis, string detail) =>
        new(diagnosis, detail, null, [], step, atol, rtol);

    private double Excess(double analytic, double numeric) => (analytic, numeric) switch
    {
        _ when analytic.Equals(numeric) => 0,
        _ when !double.IsFinite(analytic) || !double.IsFinite(numeric) => double.PositiveInfinity,
        _ => Math.Abs(analytic - numeric) / (atol + (rtol * Math.Abs(numeric))),
    };

    private static bool Same(Tensor[] first, Tensor[] second) => first.Length == second.Length
        && first.Zip(second, (a, b) => ValueInspector.Read(a).SequenceEqual(ValueInspector.Read(b))).All(same => same);

    private static bool IsDamaged(Tensor output)
    {
        List<Node> found = output.Node is { } root ? [root] : [];
        var seen = found.ToHashSet();
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(found[next].Operands.Where(seen.Add));
        }

        return found.Exists(node => node.IsDamaged);
    }
}
