using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Functions that are products.</content>
public static partial class Linalg
{
    /// <summary>eᴬ = I + A + A²/2 + … of square matrices.</summary>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    public static Tensor MatrixExp(Tensor a) => MatrixExponential.Instance.Apply(a.SquareMatrices("linalg.matrix_exp"));

    /// <summary>Aⁿ of square matrices; of the inverse if n is negative.</summary>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">n is negative and a matrix singular.</exception>
    public static Tensor MatrixPower(Tensor a, int n)
    {
        a.SquareMatrices("linalg.matrix_power");
        if (n == 0)
        {
            return Tensor.Eye(a.Shape[^1], dtype: a.DType, device: a.Device).Expand(a.Shape).Clone();
        }

        var square = n < 0 ? Inv(a) : a;
        Tensor? power = null;
        for (var rest = Math.Abs((long)n); ; square = square.MatMul(square))
        {
            if ((rest & 1) != 0)
            {
                power = power is null ? square : power.MatMul(square);
            }

            rest >>= 1;
            if (rest == 0)
            {
                return power!;
            }
        }
    }

    /// <summary>The product of a chain of matrices in the order that takes the fewest multiplications.</summary>
    /// <param name="tensors">Two or more matrices; the first may be a row vector and the last a column vector.</param>
    /// <exception cref="ArgumentException">There are fewer, or their shapes do not fit.</exception>
    public static Tensor MultiDot(params Tensor[] tensors)
    {
        const string name = "linalg.multi_dot";
        if (tensors.Length < 2)
        {
            throw new ArgumentException($"{name}: a chain needs at least two tensors, not {tensors.Length}");
        }

        for (var i = 0; i < tensors.Length; i++)
        {
            var mayBeVector = i == 0 || i == tensors.Length - 1;
            if (tensors[i].Shape.Rank != 2 && !(mayBeVector && tensors[i].Shape.Rank == 1))
            {
                throw new ArgumentException(
                    $"{name}: {tensors[i].Describe()} is not a matrix; only the first and the last may be vectors");
            }
        }

        var (isRow, isColumn) = (tensors[0].Shape.Rank == 1, tensors[^1].Shape.Rank == 1);
        Tensor[] chain = [.. tensors];
        chain[0] = isRow ? chain[0].Unsqueeze(0) : chain[0];
        chain[^1] = isColumn ? chain[^1].Unsqueeze(-1) : chain[^1];
        var product = Multiply(chain, ChainOrder.Splits(chain), 0, chain.Length - 1);
        product = isColumn ? product.Squeeze(-1) : product;
        return isRow ? product.Squeeze(0) : product;
    }

    private static Tensor Multiply(Tensor[] chain, int[,] splits, int first, int last) => first == last
        ? chain[first]
        : Multiply(chain, splits, first, splits[first, last])
            .MatMul(Multiply(chain, splits, splits[first, last] + 1, last));
}
