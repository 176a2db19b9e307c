namespace NotebookGrad.Operations;

/// <summary>What functions of matrices demand of their operands.</summary>
internal static class MatrixArguments
{
    extension(Tensor x)
    {
        /// <summary>The tensor, if its last two axes are matrices of real numbers.</summary>
        /// <exception cref="ArgumentException">They are not.</exception>
        public Tensor Matrices(string operation) => x.OnlyReal(operation).MatricesOfAny(operation);

        /// <summary>The tensor, if its last two axes are matrices, of any dtype.</summary>
        /// <exception cref="ArgumentException">There are fewer axes.</exception>
        public Tensor MatricesOfAny(string operation) => x.Shape.Rank >= 2
            ? x
            : throw new ArgumentException(
                $"{operation}: {x.Describe()} is no matrix; it needs two axes or, for a batch, more");

        /// <summary>The tensor, if its last two axes are square matrices of real numbers.</summary>
        /// <exception cref="ArgumentException">They are not.</exception>
        public Tensor SquareMatrices(string operation)
        {
            x.Matrices(operation);
            return x.Shape[^1] == x.Shape[^2]
                ? x
                : throw new ArgumentException(
                    $"{operation}: {x.Describe()} has {x.Shape[^2]} rows and {x.Shape[^1]} columns; it must be square");
        }
    }
}
