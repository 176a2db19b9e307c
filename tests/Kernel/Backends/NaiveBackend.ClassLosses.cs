using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>Losses against class numbers.</summary>
internal partial class NaiveBackend
{
    public void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        var (total, count) = (0.0, 0.0);
        ForEach(labels.Shape, index =>
        {
            var (at, axis) = (LineAt(index), LineAt(index).Length == 1 ? 0 : 1);
            var label = (long)Get(labels, index);
            var target = Target(loss, label, weight, x.Shape[axis]);
            var logarithms = Logarithms(loss, Line(x, axis, at));
            var value = -target.Zip(logarithms, (p, logarithm) => p == 0 ? 0 : p * logarithm).Sum();
            total += value;
            count += label == loss.IgnoredLabel ? 0 : Weight(weight, label);
            if (!loss.IsReduced)
            {
                Set(y, index, value);
            }
        });
        if (loss.IsReduced)
        {
            Set(y, [], loss.IsMean ? total / count : total);
        }
    }

    public void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        var count = 0.0;
        ForEach(labels.Shape, index => count +=
            (long)Get(labels, index) is var label && label == loss.IgnoredLabel ? 0 : Weight(weight, label));
        ForEach(labels.Shape, index =>
        {
            var (at, axis) = (LineAt(index), LineAt(index).Length == 1 ? 0 : 1);
            var target = Target(loss, (long)Get(labels, index), weight, x.Shape[axis]);
            var logarithms = Logarithms(loss, Line(x, axis, at));
            var given = Number(gradient, loss.IsReduced ? [] : index) / (loss.IsMean && count != 0 ? count : 1);
            for (var c = 0; c < target.Length; c++)
            {
                var softmax = loss.OfLogits ? Math.Exp(logarithms[c]) * target.Sum() : 0;
                Set(y, Moved(at, axis, c), (softmax - target[c]) * given);
            }
        });
    }

    private static int[] LineAt(int[] index) => index is [var first, .. var rest] ? [first, 0, .. rest] : [0];

    // The target as probabilities, with the weights in them.
    private static double[] Target(ClassLoss loss, long label, View? weight, int classes) =>
    [
        .. Enumerable.Range(0, classes).Select(c => label == loss.IgnoredLabel ? 0
            : Weight(weight, c) * ((c == label ? 1 - loss.Smoothing : 0) + (loss.Smoothing / classes))),
    ];

    private static double[] Logarithms(ClassLoss loss, double[] line)
    {
        var sum = line.Sum(value => Math.Exp(value - line.Max()));
        return loss.OfLogits ? [.. line.Select(value => value - line.Max() - Math.Log(sum))] : line;
    }

    private static double Weight(View? weight, long label) => weight is { } weights ? Number(weights, [(int)label]) : 1;
}
