namespace NotebookGrad;

/// <summary>
/// Elements set by their position in place, under PyTorch's underscored names; each returns the tensor.
/// </summary>
/// <remarks>
/// All of them throw <see cref="InvalidOperationException"/> where the tensor is a leaf that requires a gradient and
/// operations are recorded, and <see cref="ArgumentException"/> where a position is out of bounds or an operand does
/// not fit.
/// </remarks>
public static class TensorPlacesInPlace
{
    extension(Tensor target)
    {
        /// <summary>Sets the elements where a mask is true to a number; the mask broadcasts.</summary>
        public Tensor MaskedFill_(Tensor mask, Scalar value) =>
            InPlace.Apply("masked_fill_", target, x => x.MaskedFill(mask, value));

        /// <summary>Sets the elements where a mask is true to a tensor of shape []; the mask broadcasts.</summary>
        public Tensor MaskedFill_(Tensor mask, Tensor value) =>
            InPlace.Apply("masked_fill_", target, x => x.MaskedFill(mask, value));

        /// <summary>Sets the elements where a mask is true to the first ones of a source.</summary>
        public Tensor MaskedScatter_(Tensor mask, Tensor source) =>
            InPlace.Apply("masked_scatter_", target, x => x.MaskedScatter(mask, source));

        /// <summary>Sets elements at positions along an axis to those of a source.</summary>
        public Tensor Scatter_(int dim, Tensor index, Tensor source) =>
            InPlace.Apply("scatter_", target, x => x.Scatter(dim, index, source));

        /// <summary>Sets elements at positions along an axis to a number.</summary>
        public Tensor Scatter_(int dim, Tensor index, Scalar value) =>
            InPlace.Apply("scatter_", target, x => x.Scatter(dim, index, value));

        /// <summary>Adds those of a source to elements at positions along an axis.</summary>
        public Tensor ScatterAdd_(int dim, Tensor index, Tensor source) =>
            InPlace.Apply("scatter_add_", target, x => x.ScatterAdd(dim, index, source));

        /// <summary>Adds slices of a source to those at positions along an axis.</summary>
        public Tensor IndexAdd_(int dim, Tensor index, Tensor source, Scalar? alpha = null) =>
            InPlace.Apply("index_add_", target, x => x.IndexAdd(dim, index, source, alpha));

        /// <summary>Sets slices at positions along an axis to those of a source.</summary>
        public Tensor IndexCopy_(int dim, Tensor index, Tensor source) =>
            InPlace.Apply("index_copy_", target, x => x.IndexCopy(dim, index, source));

        /// <summary>Fills slices at positions along an axis with a number.</summary>
        public Tensor IndexFill_(int dim, Tensor index, Scalar value) =>
            InPlace.Apply("index_fill_", target, x => x.IndexFill(dim, index, value));

        /// <summary>Fills slices at positions along an axis with a tensor of shape [].</summary>
        public Tensor IndexFill_(int dim, Tensor index, Tensor value) =>
            InPlace.Apply("index_fill_", target, x => x.IndexFill(dim, index, value));

        /// <summary>Sets, or adds to, what tensors of positions or truth values choose.</summary>
        public Tensor IndexPut_(IReadOnlyList<Tensor?> indices, Tensor values, bool accumulate = false) =>
            InPlace.Apply("index_put_", target, x => x.IndexPut(indices, values, accumulate));

        /// <summary>Sets what is above a diagonal to 0.</summary>
        public Tensor Tril_(int diagonal = 0) => InPlace.Apply("tril_", target, x => x.Tril(diagonal));

        /// <summary>Sets what is below a diagonal to 0.</summary>
        public Tensor Triu_(int diagonal = 0) => InPlace.Apply("triu_", target, x => x.Triu(diagonal));

        /// <summary>Sums up to each element along an axis, in place.</summary>
        public Tensor CumSum_(int dim) => InPlace.Apply("cumsum_", target, x => x.CumSum(dim));

        /// <summary>Products up to each element along an axis, in place.</summary>
        public Tensor CumProd_(int dim) => InPlace.Apply("cumprod_", target, x => x.CumProd(dim));
    }
}
