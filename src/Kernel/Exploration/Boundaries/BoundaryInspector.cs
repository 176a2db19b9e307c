namespace NotebookGrad.Exploration;

/// <summary>Asks classifiers about the places around points.</summary>
internal static class BoundaryInspector
{
    private const string Name = "decision_boundary";

    // So many places a side: at the size of the picture one each five or six pixels.
    private const int Side = 61;
    private const double Margin = 0.08;

    /// <summary>What a classifier says around some points.</summary>
    public static DecisionBoundary Inspect(
        Func<Tensor, Tensor> model, Tensor points, Tensor labels, IReadOnlyList<string>? names, bool probabilities)
    {
        if (points.Shape.Rank != 2 || points.Shape[1] != 2 || points.Shape[0] == 0)
        {
            throw new ArgumentException(
                $"{Name}: {points.Describe("points")} must be [n, 2], two numbers for each of one point or more");
        }

        var places = points.To(DType.Float64).ToArray<double>();
        var (x, y) = (Axis(places, 0), Axis(places, 1));
        double[] grid = [.. y.SelectMany(second => x.SelectMany(first => new[] { first, second }))];
        var input = Tensor.Of<double>(grid, [grid.Length / 2, 2], dtype: points.DType, device: points.Device);
        var decisions = Decide(model, input, probabilities, out var count);
        var predicted = Decide(model, points, probabilities, out _);
        var classes = Labels(labels, predicted.Length, count);
        return new DecisionBoundary(
            x,
            y,
            [.. decisions.Chunk(Side)],
            [.. classes.Select((label, i) =>
                new ClassifiedPoint(places[2 * i], places[(2 * i) + 1], label, predicted[i].Class))],
            Names(names, count));
    }

    private static double[] Axis(double[] places, int column)
    {
        double[] values = [.. places.Where((_, i) => i % 2 == column).Where(double.IsFinite)];
        if (values.Length == 0)
        {
            throw new ArgumentException($"{Name}: no point has a finite number {column}; there is nothing to look at");
        }

        var (low, high) = (values.Min(), values.Max());
        var room = high > low ? Margin * (high - low) : 1;
        return Tensor.Linspace(low - room, high + room, Side, dtype: DType.Float64, device: Device.Cpu)
            .ToArray<double>();
    }

    private static Decision[] Decide(Func<Tensor, Tensor> model, Tensor input, bool probabilities, out int classes)
    {
        var output = model(input);
        var rows = input.Shape[0];
        if (output is null || output.Count == 0 || output.Shape.Rank is < 1 or > 2 || output.Shape[0] != rows)
        {
            throw new ArgumentException(
                $"{Name}: of points {input.Shape} the model makes {output?.Shape.ToString() ?? "nothing"}; it must "
                + $"make logits [{rows}, k] of k classes, or [{rows}] of class 1");
        }

        var logits = output.To(DType.Float64).Reshape(rows, -1);
        if (logits.Shape[1] == 1)
        {
            var second = probabilities ? logits : logits.Sigmoid();
            (logits, probabilities) = (Tensor.Cat([1 - second, second], 1), true);
        }

        var columns = classes = logits.Shape[1];
        var numbers = (probabilities ? logits : logits.Softmax(1)).ToArray<double>();
        return [.. Enumerable.Range(0, rows).Select(row => Best(numbers.AsSpan(row * columns, columns)))];
    }

    private static Decision Best(ReadOnlySpan<double> probabilities)
    {
        var best = new Decision(-1, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < probabilities.Length; i++)
        {
            var probability = probabilities[i];
            if (double.IsNaN(probability))
            {
                return new Decision(-1, double.NaN, double.NaN);
            }

            best = probability > best.Probability ? new Decision(i, probability, best.Probability)
                : probability > best.RunnerUp ? best with { RunnerUp = probability }
                : best;
        }

        return best;
    }

    private static int[] Labels(Tensor labels, int count, int classes)
    {
        if (labels.Count != count || labels.Shape[0] != count)
        {
            throw new ArgumentException(
                $"{Name}: {labels.Describe("labels")} must be [{count}], the number of a class for each point");
        }

        return Array.ConvertAll(labels.To(DType.Float64).ToArray<double>(), label =>
            label >= 0 && label < classes && label == Math.Floor(label)
                ? (int)label
                : throw new ArgumentException(
                    $"{Name}: the label {label} is none of the {classes} classes that the model tells apart, 0 to "
                    + $"{classes - 1}; number the classes from 0"));
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<string>? names, int count) =>
        names is null ? [.. Enumerable.Range(0, count).Select(i => $"{i}")]
        : names.Count == count ? [.. names]
        : throw new ArgumentException(
            $"{Name}: there are {names.Count} names for {count} classes; give one for each");
}
