using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The product of matrices in the last two axes, leading axes broadcast; linear in each operand. A vector on the left
/// is a row, one on the right a column, and the result lacks that axis.
/// </summary>
internal sealed class MatMul : Operation
{
    public static readonly MatMul Instance = new();

    public override string Name => "matmul";

    public override Notation Notation { get; } = new("@", "{0}·{1}", "{0}\\,{1}", "{1}ᵀ", "{0}ᵀ")
    {
        Pullbacks = ["{g}·{1}ᵀ", "{0}ᵀ·{g}"],
    };

    internal override bool IsProduct => true;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0], operands[1]);
        var (left, right) = (AsRow(a.Layout), AsColumn(b.Layout));
        var leading = Broadcasting.Common(Name, a, b, left.Shape, right.Shape, innerAxes: 2).Lengths;
        var c = Tensor.Empty(a.Backend, a.DType, Layout.Contiguous([.. leading, left.Shape[^2], right.Shape[^1]]));
        if (right.Rank == 2 && left.Rank > 2 && left.Reshape(RowsOf(left.Shape)) is { } rows)
        {
            // One matrix meets all on the left, which are one together.
            c.Backend.MatMul(
                new(a.Storage, rows), new(b.Storage, right), new(c.Storage, c.Layout.Reshape(RowsOf(c.Shape))!));
        }
        else
        {
            c.Backend.MatMul(
                new(a.Storage, left.Expand([.. leading, .. left.Shape.Lengths[^2..]])),
                new(b.Storage, right.Expand([.. leading, .. right.Shape.Lengths[^2..]])),
                c.View);
        }

        return a.Shape.Rank > 1 && b.Shape.Rank > 1
            ? c
            : new Tensor(c.Storage, Layout.Contiguous(ResultShape(a, b, c.Shape)));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (left, right) = (kept.ShapeOf(0), kept.ShapeOf(1));
        if (operand == 1 && right.Rank == 2 && left.Rank > 2)
        {
            return Rows(kept[0]).T.MatMul(Rows(gradient));
        }

        var matrix = gradient.Reshape(MatrixShape(gradient.Shape, left.Rank == 1, right.Rank == 1));
        var pulled = operand == 0
            ? Instance.Apply(matrix, AsColumn(kept[1]).Transpose(-2, -1))
            : Instance.Apply(AsRow(kept[0]).Transpose(-2, -1), matrix);

        // A vector's gradient loses the axis that it was given; leading axes that it was broadcast along stay.
        return kept.ShapeOf(operand).Rank > 1
            ? pulled
            : pulled.Reshape([.. pulled.Shape.Lengths[..^2], kept.ShapeOf(operand)[0]]);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 0
        ? Instance.Apply(tangent, kept[1])
        : Instance.Apply(kept[0], tangent);

    /// <summary>A tensor as one matrix, whose rows are its lines along the last axis.</summary>
    internal static Tensor Rows(Tensor x) => x.Reshape(RowsOf(x.Shape));

    /// <summary>The shape of that matrix.</summary>
    internal static Shape RowsOf(Shape shape) => [(int)new Shape([.. shape.Lengths[..^1]]).Count, shape[^1]];

    private static Layout AsRow(Layout layout) => layout.Rank > 1 ? layout : layout.Insert(0);

    private static Layout AsColumn(Layout layout) => layout.Rank > 1 ? layout : layout.Insert(1);

    private static Tensor AsRow(Tensor x) => x.Shape.Rank > 1 ? x : x.Reshape(1, -1);

    private static Tensor AsColumn(Tensor x) => x.Shape.Rank > 1 ? x : x.Reshape(-1, 1);

    private static Shape ResultShape(Tensor a, Tensor b, Shape product)
    {
        var lengths = product.ToArray().ToList();
        if (b.Shape.Rank == 1)
        {
            lengths.RemoveAt(lengths.Count - 1);
        }

        if (a.Shape.Rank == 1)
        {
            lengths.RemoveAt(product.Rank - 2);
        }

        return new Shape([.. lengths]);
    }

    private static Shape MatrixShape(Shape result, bool leftIsVector, bool rightIsVector) =>
        (leftIsVector, rightIsVector) switch
        {
            (true, true) => [1, 1],
            (true, false) => [.. result.Lengths[..^1], 1, result[^1]],
            (false, true) => [.. result.Lengths, 1],
            _ => result,
        };
}
