using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Losses of scores against class numbers, and their slopes. All is done to a line of scores while it is in the
/// first-level cache.
/// </summary>
internal static class ClassLosses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void Compute(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        if (!loss.IsReduced)
        {
            ComputeEach(loss, x, labels, weight, y);
            return;
        }

        var all = HostBackend.Instance.Allocate(x.DType, labels.Layout.Count);
        ComputeEach(loss, x, labels, weight, new(all, Layout.Contiguous(labels.Shape)));
        var losses = HostBackend.Elements<T>(all);
        var sum = losses.IsEmpty ? T.Zero : Reduction.Halved<Sum.Kernel, T>(losses);
        HostBackend.Elements<T>(y.Storage)[(int)y.Layout.Offset] =
            loss.IsMean ? sum / Count(loss, labels, weight) : sum;
        all.Release();
    }

    public static void ComputeSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        var count = loss.IsMean ? Count(loss, labels, weight) : T.One;
        var (axis, divisor) = (ClassLabels.Axis(x.Shape), T.IsZero(count) ? T.One : count);
        var (length, pace, paceTo) = (x.Shape[axis], Pace(x, axis), Pace(y, axis));
        ForLines(x, labels, [gradient.Layout.Expand(labels.Shape), y.Layout.Select(axis, 0)], (rows, start, end) =>
        {
            var room = new T[length];
            var from = HostBackend.Elements<T>(x.Storage);
            var to = HostBackend.Elements<T>(y.Storage);
            var gradients = HostBackend.Elements<T>(gradient.Storage);
            var factors = Row(weight);
            while (rows.Next())
            {
                for (var i = start; i < end; i++)
                {
                    var target = rows.Line(3)[i];
                    var line = paceTo == 1 ? to.Slice(target, length) : room;
                    RowMajor.Bring(from, rows.Line(0)[i], pace, line);
                    var label = LabelAt(labels, rows.Line(1)[i]);
                    Slope(loss, label, factors, gradients[rows.Line(2)[i]] / divisor, line);
                    for (var c = 0; paceTo != 1 && c < length; c++)
                    {
                        to[target + (c * paceTo)] = line[c];
                    }
                }
            }
        });
    }

    private static void ComputeEach(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        var axis = ClassLabels.Axis(x.Shape);
        var (length, pace) = (x.Shape[axis], Pace(x, axis));
        ForLines(x, labels, [y.Layout], (rows, start, end) =>
        {
            var (brought, room) = (new T[length], new T[length]);
            var from = HostBackend.Elements<T>(x.Storage);
            var to = HostBackend.Elements<T>(y.Storage);
            var factors = Row(weight);
            while (rows.Next())
            {
                for (var i = start; i < end; i++)
                {
                    var source = rows.Line(0)[i];
                    if (pace != 1)
                    {
                        RowMajor.Bring(from, source, pace, brought);
                    }

                    var line = pace == 1 ? from.Slice(source, length) : brought;
                    to[rows.Line(2)[i]] = Loss(loss, LabelAt(labels, rows.Line(1)[i]), factors, line, room);
                }
            }
        });
    }

    private static T Loss(
        ClassLoss loss, long label, ReadOnlySpan<T> weight, ReadOnlySpan<T> line, Span<T> room)
    {
        if (label == loss.IgnoredLabel)
        {
            return T.Zero;
        }

        var (share, even) = Shares(loss, line.Length);
        TensorPrimitives.Subtract(line, loss.OfLogits ? TensorPrimitives.Max(line) : T.Zero, room);
        var (own, all) = (room[(int)label], T.IsZero(even) ? T.Zero : Weighted(room, weight));
        if (loss.OfLogits)
        {
            TensorPrimitives.Exp(room, room);
            var logarithm = T.Log(TensorPrimitives.Sum<T>(room));
            (own, all) = (own - logarithm, all - (logarithm * WeightOfAll(weight, line.Length)));
        }

        var value = share * WeightOf(label, weight) * own;
        return T.IsZero(even) ? -value : -(value + (even * all));
    }

    // Of a line of scores makes (Σp·q − p)·gradient, or −p·gradient: p is the target as smoothed and weighted.
    private static void Slope(ClassLoss loss, long label, ReadOnlySpan<T> weight, T gradient, Span<T> line)
    {
        var counts = label != loss.IgnoredLabel;
        var (share, even) = Shares(loss, line.Length);
        var factor = counts ? share * WeightOf(label, weight) : T.Zero;
        even = counts ? even : T.Zero;
        if (loss.OfLogits)
        {
            TensorPrimitives.Subtract(line, TensorPrimitives.Max<T>(line), line);
            TensorPrimitives.Exp(line, line);
            var mass = factor + (T.IsZero(even) ? T.Zero : even * WeightOfAll(weight, line.Length));
            TensorPrimitives.Multiply(line, mass * gradient / TensorPrimitives.Sum<T>(line), line);
        }
        else
        {
            line.Clear();
        }

        if (counts)
        {
            line[(int)label] -= factor * gradient;
        }

        if (T.IsZero(even))
        {
            return;
        }

        if (weight.IsEmpty)
        {
            TensorPrimitives.Subtract(line, even * gradient, line);
        }
        else
        {
            TensorPrimitives.MultiplyAdd(weight, -even * gradient, line, line);
        }
    }

    // What a mean divides by: the weights of all labels that count.
    private static T Count(ClassLoss loss, View labels, View? weight)
    {
        var (sum, rows) = (0.0, new Rows(labels.Layout));
        var factors = Row(weight);
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var label = LabelAt(labels, rows.Line(0)[i]);
                sum += label == loss.IgnoredLabel ? 0 : double.CreateChecked(WeightOf(label, factors));
            }
        }

        return T.CreateChecked(sum);
    }

    private static (T Share, T Even) Shares(ClassLoss loss, int classes) =>
        (T.CreateChecked(1 - loss.Smoothing), T.CreateChecked(loss.Smoothing / classes));

    private static long LabelAt(View labels, int place) => HostBackend.Elements<long>(labels.Storage)[place];

    private static T WeightOf(long label, ReadOnlySpan<T> weight) => weight.IsEmpty ? T.One : weight[(int)label];

    private static T WeightOfAll(ReadOnlySpan<T> weight, int classes) =>
        weight.IsEmpty ? T.CreateChecked(classes) : TensorPrimitives.Sum(weight);

    private static T Weighted(ReadOnlySpan<T> x, ReadOnlySpan<T> weight) =>
        weight.IsEmpty ? TensorPrimitives.Sum(x) : TensorPrimitives.Dot(x, weight);

    private static ReadOnlySpan<T> Row(View? weight) => weight is { } row
        ? HostBackend.Elements<T>(row.Storage).Slice((int)row.Layout.Offset, (int)row.Layout.Count)
        : [];

    private static int Pace(View view, int axis) => checked((int)view.Layout.Strides[axis]);

    // Lines in pieces: a position in a row of theirs is a line, given by where it begins in x, its label, and its place
    // in the others.
    private static void ForLines(View x, View labels, Layout[] others, Action<Rows, int, int> work)
    {
        if (labels.Layout.Count > 0)
        {
            var axis = ClassLabels.Axis(x.Shape);
            var rows = new Rows([x.Layout.Select(axis, 0), labels.Layout, .. others]);
            RowPieces.Run(rows, work, Math.Min(AlongAxis.LongestWeighed, x.Shape[axis]));
        }
    }
}
