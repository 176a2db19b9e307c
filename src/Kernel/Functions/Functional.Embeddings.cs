using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Class numbers as vectors.</content>
public static partial class Functional
{
    /// <summary>For each class number a vector with 1 in its place, int64 [shape of labels…, classes].</summary>
    /// <param name="labels">Class numbers from 0, int64.</param>
    /// <param name="numClasses">The number of classes; one more than the greatest label if not given.</param>
    /// <exception cref="ArgumentException">
    /// A label is not a class, there is none to tell how many, or their number is negative.
    /// </exception>
    public static Tensor OneHot(Tensor labels, int numClasses = -1)
    {
        if (labels.DType != DType.Int64)
        {
            throw new ArgumentException(
                $"one_hot: {labels.Describe("labels")} are {labels.DType.Text}; they must be int64 class numbers");
        }

        if (labels.Count == 0 && numClasses < 1)
        {
            throw new ArgumentException(
                $"one_hot: {labels.Describe("labels")} are empty and do not tell the number of classes; give "
                + "numClasses");
        }

        if (numClasses < -1)
        {
            throw new ArgumentException(
                $"one_hot: there cannot be {numClasses} classes; give their number, or −1 for one more than the "
                + $"greatest label of {labels.Describe()}");
        }

        var count = numClasses < 0 ? labels.Detach().Max().Item<long>() + 1 : numClasses;
        WholeNumbers.Require(labels, new(0, count), NoClass(new(labels), count));
        return labels.Unsqueeze(-1).Eq(Tensor.Arange(0, count, device: labels.Device)).To(DType.Int64);
    }

    /// <summary>Rows of a table, looked up by number: [shape of input…, columns].</summary>
    /// <param name="input">Row numbers, int64.</param>
    /// <param name="weight">The table, [rows, columns].</param>
    /// <param name="paddingIdx">
    /// A row to which no gradient flows, because it stands for nothing; negative from the end.
    /// </param>
    /// <exception cref="ArgumentException">The table is not a matrix, or a number is not one of its rows.</exception>
    public static Tensor Embedding(Tensor input, Tensor weight, int? paddingIdx = null)
    {
        if (input.DType != DType.Int64 || weight.Shape.Rank != 2)
        {
            throw new ArgumentException(
                $"embedding: {input.Describe("input")} {input.DType.Text} and {weight.Describe("weight")}; they "
                + "must be "
                + "int64 row numbers and a matrix");
        }

        var count = weight.Shape[0];
        var padding = paddingIdx < 0 ? paddingIdx + count : paddingIdx;
        if (padding < 0 || padding >= count)
        {
            throw new ArgumentException(
                $"embedding: paddingIdx {paddingIdx} is no row of {weight.Describe("weight")}, which has {count}");
        }

        OneDevice.Require("embedding", weight, input);
        WholeNumbers.Require(input, new(0, long.MaxValue), Negative(new(input)));
        if (input.Shape.Rank == 0)
        {
            return Embedding(input.Reshape([1]), weight, paddingIdx).Reshape([weight.Shape[1]]);
        }

        var rows = new Picked("embedding", TensorSelection.Chosen("embedding", weight, (0, input)), "i").Apply(weight);
        if (padding is null)
        {
            return rows;
        }

        return Tensor.Where(input.Eq(padding.Value).Unsqueeze(-1), rows.Detach(), rows);
    }

    private static Func<long, long, string> NoClass(Mention labels, long count) =>
        (label, _) => $"one_hot: label {label} of {labels} is no class; they are 0 to {count - 1}";

    private static Func<long, long, string> Negative(Mention input) =>
        (_, _) => $"embedding: {input.ToString("input")} has a negative row number";
}
