using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Whether elements are zero, and how many; no gradient passes through.</summary>
public static class TensorTruths
{
    extension(Tensor x)
    {
        /// <summary>Whether any element along an axis is true, that is, not zero; Bool.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Any(int dim, bool keepDim = false) => x.Any([dim], keepDim);

        /// <summary>
        /// Whether any element along some axes or all is true, that is, not zero; false where there is none.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor Any(int[]? dim = null, bool keepDim = false) => x.CountNonzero("any", dim, keepDim) > 0;

        /// <summary>Whether all elements along an axis are true, that is, not zero; Bool.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor All(int dim, bool keepDim = false) => x.All([dim], keepDim);

        /// <summary>
        /// Whether all elements along some axes or all are true, that is, not zero; true where there is none.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor All(int[]? dim = null, bool keepDim = false) =>
            x.CountNonzero("all", dim, keepDim).Eq(Axes.OfOrAll("all", x, dim).CountIn(x.Shape));

        /// <summary>How many elements along an axis are not zero; int64.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor CountNonzero(int dim) => x.CountNonzero([dim]);

        /// <summary>How many elements along some axes or all are not zero; int64.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor CountNonzero(int[]? dim = null) => x.CountNonzero("count_nonzero", dim, keepDim: false);

        private Tensor CountNonzero(string operation, int[]? dim, bool keepDim)
        {
            var axes = Axes.OfOrAll(operation, x, dim);
            return axes.Reduce<Sum.Kernel>(x.Detach().To(DType.Bool).Countable(), axes.Result(x.Shape, keepDim));
        }
    }
}
