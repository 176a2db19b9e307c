using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Class numbers as the target of a loss, beside scores whose classes lie along an axis.</summary>
/// <param name="Index">The numbers, with length 1 at the axis of the classes; 0 where they are ignored.</param>
/// <param name="Counts">1 where a number counts, 0 where it is ignored; in the scores' dtype.</param>
/// <param name="Factor">The class's weight where a number counts, else 0.</param>
internal readonly record struct ClassLabels(Tensor Index, Tensor Counts, Tensor Factor)
{
    /// <summary>The axis of the classes: the only one, or the one after the samples.</summary>
    public static int Axis(Shape scores) => scores.Rank == 1 ? 0 : 1;

    /// <summary>The shape of one number a position: that of the scores without their axis of classes.</summary>
    public static Shape Positions(Shape scores)
    {
        var axis = Axis(scores);
        return [.. scores.Lengths[..axis], .. scores.Lengths[(axis + 1)..]];
    }

    /// <summary>Reads labels beside scores.</summary>
    public static ClassLabels Read(Tensor scores, Tensor labels, Tensor? weight, long? ignoreIndex)
    {
        var shape = scores.Shape.ToArray();
        shape[Axis(scores.Shape)] = 1;
        labels = labels.Reshape(shape);
        var counts = ignoreIndex is { } ignored ? labels.Ne(ignored).To(DType.Int64) : Tensor.OnesLike(labels);
        var index = labels * counts;
        var mask = counts.To(scores.DType);
        var factor = weight is null ? mask : mask * weight.Gather(0, index.Reshape(-1)).Reshape(index.Shape);
        return new(index, mask, factor);
    }

    /// <summary>Checks that labels are int64 numbers of classes, one a position.</summary>
    /// <exception cref="ArgumentException">They are not; the message tells where.</exception>
    public static void Check(string operation, Tensor scores, Tensor labels, long? ignoreIndex)
    {
        var axis = Axis(scores.Shape);
        var expected = Positions(scores.Shape);
        if (labels.Shape != expected)
        {
            throw new ArgumentException(
                $"{operation}: {scores.Describe("logits")} and {labels.Describe("labels")} do not fit; logits must be "
                + "[rows, classes] and labels [rows], or [rows, classes, …] and [rows, …]:\n\n"
                + LossShapes.Draw(("logits without classes", expected), ("labels", labels.Shape)));
        }

        if (labels.DType != DType.Int64)
        {
            throw new ArgumentException(
                $"{operation}: {labels.Describe("labels")} are {labels.DType.Text}; they must be int64 class numbers, "
                + "as labels.To(DType.Int64) makes them, or probabilities in the shape of the logits");
        }

        WholeNumbers.Require(
            labels, new(0, scores.Shape[axis], ignoreIndex), NoClass(operation, new(scores), axis, new(labels)));
    }

    /// <summary>
    /// How often each class is named in lists of labels that end at the first −1; in the scores' shape and dtype.
    /// </summary>
    /// <exception cref="ArgumentException">A label is no class; the message tells where.</exception>
    public static Tensor CountLists(string operation, Tensor scores, Tensor labels)
    {
        var classes = scores.Shape[^1];
        Fallbacks.Count(operation, labels);
        var numbers = labels.ToArray<long>();
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i % classes > 0 && numbers[i - 1] == -1 ? -1 : numbers[i];
        }

        new RangeCheck(new(0, classes, -1), NoClass(operation, new(scores), scores.Shape.Rank - 1, new(labels)))
            .Run(numbers);
        var counts = new double[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] >= 0)
            {
                counts[i - (i % classes) + numbers[i]]++;
            }
        }

        return TensorCreation.Make<double>(counts, scores.Shape, false, scores.DType, scores.Device);
    }

    private static Func<long, long, string> NoClass(string operation, Mention scores, int axis, Mention labels) =>
        (label, place) =>
            $"{operation}: label {label} at [{string.Join(", ", Places.Of(labels.Shape, place))}] of {labels} is no "
            + $"class: {scores} has {scores.Shape[axis]} classes (axis {axis}), numbered 0 to {scores.Shape[axis] - 1}";
}
