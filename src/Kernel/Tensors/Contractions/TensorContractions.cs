using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Sums of products, under PyTorch's names.</summary>
public static class TensorContractions
{
    extension(Tensor)
    {
        /// <summary>
        /// The sum of products that an equation in Einstein's notation states, such as <c>"bij,bjk->bik"</c>: axes of
        /// one letter move together, and letters that the result lacks are summed over. A letter twice in one operand
        /// takes the diagonal; <c>...</c> stands for axes not named, which broadcast; without <c>-></c> the result has
        /// the letters that stand once, in alphabetical order. Operands are multiplied two at a time in the cheapest
        /// order.
        /// </summary>
        /// <exception cref="ArgumentException">The equation is not valid, or does not fit the operands.</exception>
        public static Tensor Einsum(string equation, params Tensor[] operands)
        {
            var read = new EinsumEquation(equation, operands);
            return Operations.Einsum.Apply($"einsum \"{equation}\"", read.Terms, read.Result, operands);
        }
    }

    extension(Tensor x)
    {
        /// <summary>
        /// The product of matrices, by PyTorch's rules: the last two axes are matrices and leading axes broadcast; a
        /// vector on the left is a row, one on the right a column, and the result lacks that axis.
        /// </summary>
        /// <exception cref="ArgumentException">An operand has no axes, or the inner lengths differ.</exception>
        public Tensor MatMul(Tensor other)
        {
            if (x.Shape.Rank == 0 || other.Shape.Rank == 0
                || x.Shape[^1] != other.Shape[other.Shape.Rank > 1 ? ^2 : ^1])
            {
                throw new ArgumentException(
                    $"matmul: {x.Describe()} and {other.Describe()} do not multiply: the last axis of the first must "
                    + "be as long as the second's last but one (or only) axis");
            }

            var dtype = Promotion.Common(x, other) is var common && common == DType.Bool ? DType.Int64 : common;
            return Operations.MatMul.Instance.Apply(x.To(dtype), other.To(dtype));
        }

        /// <summary>The sum of products of two vectors; shape [].</summary>
        /// <exception cref="ArgumentException">An operand is not a vector, or the lengths differ.</exception>
        public Tensor Dot(Tensor other) => Ranked("dot", x, 1, other, 1).MatMul(other);

        /// <summary>As <see cref="Dot"/>: for real numbers there is nothing to conjugate.</summary>
        /// <exception cref="ArgumentException">An operand is not a vector, or the lengths differ.</exception>
        public Tensor Vdot(Tensor other) => Ranked("vdot", x, 1, other, 1).MatMul(other);

        /// <summary>All products of elements of two vectors [n] and [m], as a matrix [n, m].</summary>
        /// <exception cref="ArgumentException">An operand is not a vector.</exception>
        public Tensor Outer(Tensor other) =>
            Ranked("outer", x, 1, other, 1).Reshape(-1, 1) * other.Reshape(1, -1);

        /// <summary>The sums of products along the last axes: […, k] and [*, k] make […, *].</summary>
        /// <exception cref="ArgumentException">The last axes differ in length.</exception>
        public Tensor Inner(Tensor other)
        {
            if (x.Shape.Rank == 0 || other.Shape.Rank == 0)
            {
                return x * other;
            }

            return x.Shape[^1] == other.Shape[^1]
                ? Along("inner", x, other, [x.Shape.Rank - 1], [other.Shape.Rank - 1])
                : throw new ArgumentException(
                    $"inner: the last axes of {x.Describe()} and {other.Describe()} must be equally long");
        }

        /// <summary>The product of a matrix [n, m] and a vector [m].</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Mv(Tensor vec) => Ranked("mv", x, 2, vec, 1).MatMul(vec);

        /// <summary>The product of matrices [n, k] and [k, m]; unlike <c>MatMul</c> it takes nothing else.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Mm(Tensor other) => Ranked("mm", x, 2, other, 2).MatMul(other);

        /// <summary>The products of matrices in two batches [b, n, k] and [b, k, m].</summary>
        /// <exception cref="ArgumentException">The shapes do not fit; batches do not broadcast here.</exception>
        public Tensor Bmm(Tensor other) => Batched("bmm", x, other).MatMul(other);

        /// <summary>beta·x + alpha·(a·b), where x broadcasts to the product of two matrices.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Addmm(Tensor mat1, Tensor mat2, Scalar? beta = null, Scalar? alpha = null) =>
            Blend("addmm", x, beta, alpha, Ranked("addmm", mat1, 2, mat2, 2).MatMul(mat2));

        /// <summary>beta·x + alpha·(a·v), where x broadcasts to the product of a matrix and a vector.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Addmv(Tensor mat, Tensor vec, Scalar? beta = null, Scalar? alpha = null) =>
            Blend("addmv", x, beta, alpha, Ranked("addmv", mat, 2, vec, 1).MatMul(vec));

        /// <summary>beta·x + alpha·(v·wᵀ), where x broadcasts to the outer product of two vectors.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Addr(Tensor vec1, Tensor vec2, Scalar? beta = null, Scalar? alpha = null) =>
            Blend("addr", x, beta, alpha, Ranked("addr", vec1, 1, vec2, 1).Outer(vec2));

        /// <summary>beta·x + alpha·Σ(a·b), where x broadcasts to the sum of the products in two batches.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Addbmm(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) => Blend(
            "addbmm", x, beta, alpha, Along("addbmm", Batched("addbmm", batch1, batch2), batch2, [0, 2], [0, 1]));

        /// <summary>beta·x + alpha·(a·b), where x broadcasts to the products in two batches of matrices.</summary>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor Baddbmm(Tensor batch1, Tensor batch2, Scalar? beta = null, Scalar? alpha = null) =>
            Blend("baddbmm", x, beta, alpha, Batched("baddbmm", batch1, batch2).MatMul(batch2));

        /// <summary>The sums of products over the last axes of this tensor and the first ones of another.</summary>
        /// <param name="other">What to multiply by.</param>
        /// <param name="dims">How many axes to sum over, 2 if not given.</param>
        /// <exception cref="ArgumentException">There are not so many axes, or their lengths differ.</exception>
        public Tensor TensorDot(Tensor other, int dims = 2)
        {
            if (dims < 0 || dims > Math.Min(x.Shape.Rank, other.Shape.Rank))
            {
                throw new ArgumentException(
                    $"tensordot: {x.Describe()} and {other.Describe()} have no {dims} axes each to sum over");
            }

            return x.TensorDot(
                other, [.. Enumerable.Range(x.Shape.Rank - dims, dims)], [.. Enumerable.Range(0, dims)]);
        }

        /// <summary>
        /// The sums of products over pairs of axes; the result has the other axes of this tensor, then those of the
        /// other.
        /// </summary>
        /// <param name="other">What to multiply by.</param>
        /// <param name="dims">Axes of this tensor.</param>
        /// <param name="otherDims">The other's axis for each of them.</param>
        /// <exception cref="ArgumentException">There is no such axis, or lengths differ.</exception>
        public Tensor TensorDot(Tensor other, int[] dims, int[] otherDims)
        {
            if (dims.Length != otherDims.Length)
            {
                throw new ArgumentException(
                    $"tensordot: [{string.Join(", ", dims)}] of {x.Describe()} and [{string.Join(", ", otherDims)}] of "
                    + $"{other.Describe()} must name equally many axes");
            }

            return Along("tensordot", x, other, Numbers(x, dims), Numbers(other, otherDims));
        }
    }

    private static int[] Numbers(Tensor x, int[] axes)
    {
        if (x.Shape.Rank == 0 && axes.Length > 0)
        {
            throw new ArgumentException($"tensordot: {x.Describe()} is a number and has no axis {axes[0]} to sum over");
        }

        _ = Axes.Of("tensordot", x, axes); // each once
        return Array.ConvertAll(axes, axis => Axes.Number("tensordot", x, axis));
    }

    // An einsum whose letters follow from which axes go together.
    private static Tensor Along(string operation, Tensor a, Tensor b, int[] aAxes, int[] bAxes)
    {
        char[] left = [.. Enumerable.Range(0, a.Shape.Rank).Select(axis => (char)('a' + axis))];
        char[] right = [.. Enumerable.Range(0, b.Shape.Rank).Select(axis => (char)('a' + a.Shape.Rank + axis))];
        for (var i = 0; i < aAxes.Length; i++)
        {
            right[bAxes[i]] = left[aAxes[i]];
        }

        var result = string.Concat(left.Except(right).Concat(right.Except(left)));
        return Operations.Einsum.Apply(operation, [new(left), new(right)], result, [a, b]);
    }

    private static Tensor Ranked(string operation, Tensor a, int aRank, Tensor b, int bRank) =>
        a.Shape.Rank == aRank && b.Shape.Rank == bRank
            ? a
            : throw new ArgumentException(
                $"{operation}: {a.Describe()} and {b.Describe()} must be a {Kind(aRank)} and a {Kind(bRank)}; MatMul "
                + "takes any of them");

    private static Tensor Batched(string operation, Tensor a, Tensor b) =>
        a.Shape.Rank == 3 && b.Shape.Rank == 3 && a.Shape[0] == b.Shape[0] && a.Shape[2] == b.Shape[1]
            ? a
            : throw new ArgumentException(
                $"{operation}: {a.Describe()} and {b.Describe()} must be batches of matrices [b, n, k] and [b, k, m]; "
                + "MatMul broadcasts");

    private static string Kind(int rank) => rank == 1 ? "vector" : "matrix";

    // A beta of zero leaves x out of it, whatever it holds.
    private static Tensor Blend(string operation, Tensor x, Scalar? beta, Scalar? alpha, Tensor product)
    {
        var shape = product.Shape;
        if (Broadcasting.Common(operation, x, product) != shape)
        {
            throw new ArgumentException(
                $"{operation}: {x.Describe()} does not broadcast to the product's shape {shape}");
        }

        product = alpha is { } factor ? product * factor : product;
        return beta switch
        {
            null => x + product,
            { Value: 0 } => product,
            { } share => (x * share) + product,
        };
    }
}
