namespace NotebookGrad.Tests.Laws;

/// <summary>
/// A program of views and changes in place that bytes decide, run by the engine and by the model at once. Each step
/// takes three bytes: what, on which tensor, and how.
/// </summary>
internal sealed class AliasProgram
{
    private const int LargestCount = 12;
    private const int LargestLength = 18;
    private readonly List<(Tensor Tensor, AliasModel Model)> all = [];
    private readonly Tensor leaf = Tensor.Of(new[,] { { 0.3, -0.8, 0.5 }, { 1.1, 0.2, -0.4 } }, requiresGrad: true);

    public AliasProgram(byte[] bytes)
    {
        var count = (int)leaf.Count;
        var cells = leaf.ToArray<double>().Select((value, i) => new Cell(value, [.. Enumerable.Range(0, count).Select(j => j == i ? 1.0 : 0)]));
        all.Add((leaf * 1, AliasModel.Of([2, 3], cells)));
        all.Add((Tensor.Full([3, 2], 0.25, dtype: DType.Float64), AliasModel.Of([3, 2], Enumerable.Repeat(Cell.Constant(0.25, count), 6))));
        foreach (var step in bytes.Chunk(3).Where(step => step.Length == 3).Take(20))
        {
            var (tensor, model) = all[step[1] % all.Count];
            if (step[0] % 2 == 0 && all.Count < LargestCount)
            {
                View(step[0] / 2 % 9, tensor, model, step[2]);
            }
            else
            {
                Change(step[0] / 2 % 8, tensor, model, step[2]);
            }
        }
    }

    /// <summary>Compares all elements, and the gradient of a sum of them all with weights.</summary>
    public void AssertAgrees()
    {
        Tensor loss = 0.0;
        var expected = new double[leaf.Count];
        var weight = 1.0;
        foreach (var (tensor, model) in all)
        {
            Assert.Equal(model.Shape, tensor.Shape.ToArray());
            Assert.Equal(model.Cells.Select(cell => cell.Value), tensor.ToArray<double>(), (a, b) => Math.Abs(a - b) <= 1e-12 * (1 + Math.Abs(a)));
            var weights = model.Cells.Select((_, i) => weight + (0.1 * i)).ToArray();
            loss += (tensor * Tensor.Of(weights).Reshape(model.Shape)).Sum();
            foreach (var (cell, i) in model.Cells.Select((cell, i) => (cell, i)))
            {
                expected = [.. expected.Zip(cell.Slopes, (sum, slope) => sum + (weights[i] * slope))];
            }

            weight -= 0.7;
        }

        if (loss.RequiresGrad && Array.Exists(expected, slope => slope != 0))
        {
            loss.Backward();
            Assert.Equal(expected, leaf.Grad.ToArray<double>(), (a, b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a)));
        }
    }

    private void View(int kind, Tensor x, AliasModel model, int p)
    {
        var rank = model.Shape.Length;
        var axis = rank == 0 ? 0 : p % rank;
        var length = rank == 0 ? 0 : model.Shape[axis];
        int[] Replaced(int[] index, int position) => [.. index[..axis], position, .. index[(axis + 1)..]];
        int[] Shape(params int[] middle) => [.. model.Shape[..axis], .. middle, .. model.Shape[(axis + 1)..]];
        TensorIndex?[] At(TensorIndex? index) => [.. Enumerable.Repeat<TensorIndex?>(.., axis), index];
        switch (kind)
        {
            case 0 when length > 0:
                var position = p / 4 % length;
                Add(x[At(position)], model.Pick(Shape(), index => [.. index[..axis], position, .. index[axis..]]));
                break;
            case 1 when length > 0:
                var (start, step) = (p / 4 % length, 1 + (p / 16 % 2));
                Add(x[At((start.., step))], model.Pick(Shape((length - start + step - 1) / step), index => Replaced(index, start + (index[axis] * step))));
                break;
            case 2 when rank > 1:
                var other = p / 4 % rank;
                int[] Swapped(int[] values)
                {
                    int[] swapped = [.. values];
                    (swapped[axis], swapped[other]) = (swapped[other], swapped[axis]);
                    return swapped;
                }

                Add(x.Transpose(axis, other), model.Pick(Swapped(model.Shape), Swapped));
                break;
            case 3 when rank < 4:
                Add(x[null, TensorIndex.Ellipsis], model.Pick([1, .. model.Shape], index => index[1..]));
                break;
            case 4 when rank < 4 && 2 * x.Count <= LargestLength:
                Add(x.Expand([2, .. model.Shape]), model.Pick([2, .. model.Shape], index => index[1..]));
                break;
            case 5 when rank > 1 && model.Shape[0] > 0 && model.Shape[1] > 0:
                Add(x.Diagonal(), model.Pick(
                    [.. model.Shape[2..], Math.Min(model.Shape[0], model.Shape[1])], index => [index[^1], index[^1], .. index[..^1]]));
                break;
            case 6 when length > 1 && rank < 4 && 2 * (length - 1) * (x.Count / length) <= LargestLength:
                Add(x.Unfold(axis, 2, 1), model.Pick([.. Shape(length - 1), 2], index => Replaced(index[..^1], index[axis] + index[^1])));
                break;
            case 7:
                var flat = x.Reshape(-1);
                var same = model with { Shape = [(int)x.Count] };
                Add(flat, flat.Storage == x.Storage ? same : AliasModel.Of(same.Shape, model.Cells));
                break;
            case 8:
                Add((x + 0.5) * 0.5, AliasModel.Of(model.Shape, model.Cells.Select(cell => (cell + Cell.Constant(0.5, cell.Slopes.Length)).Times(0.5))));
                break;
        }
    }

    private void Change(int kind, Tensor x, AliasModel model, int p)
    {
        var (other, otherModel) = all[p % all.Count];
        var cells = otherModel.Cells.ToArray();
        var matches = otherModel.Shape.SequenceEqual(model.Shape);
        if (!matches)
        {
            // A single number meets any shape.
            other = other.Reshape(-1);
            if (cells.Length == 0)
            {
                return;
            }

            (other, cells) = (other[0], [cells[0]]);
        }

        Cell Other(int i) => cells[matches ? i : 0];
        Action<Tensor> change = kind switch
        {
            0 => y => y.Add_(0.5),
            1 => y => y.Mul_(-0.75),
            2 => y => y.Sub_(other),
            3 => y => y.Mul_(other.Clone()), // what is kept for the derivative must not be changed later
            4 => y => y.Copy_(other),
            5 => y => y.Sin_(),
            6 => y => y.Fill_(0.125),
            _ => y => y[y > 0] *= 0.5,
        };
        if (model.Overlaps)
        {
            Assert.Throws<InvalidOperationException>(() => change(x));
            return;
        }

        change(x);
        model.Change((cell, i) => kind switch
        {
            0 => cell + Cell.Constant(0.5, cell.Slopes.Length),
            1 => cell.Times(-0.75),
            2 => cell + Other(i).Times(-1),
            3 => cell * Other(i),
            4 => Other(i),
            5 => cell.Sin(),
            6 => Cell.Constant(0.125, cell.Slopes.Length),
            _ => cell.Value > 0 ? cell.Times(0.5) : cell,
        });
    }

    private void Add(Tensor tensor, AliasModel model) => all.Add((tensor, model));
}
