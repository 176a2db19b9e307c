namespace NotebookGrad;

/// <summary>
/// Changes in place, under PyTorch's underscored names. All views of the elements share the change, and where a
/// gradient is required the graph tells it. A leaf that requires a gradient changes only under
/// <see cref="Autograd.NoGrad"/>.
/// </summary>
public static class TensorInPlace
{
    extension(Tensor target)
    {
        /// <summary>Sets all elements to 0, and returns the tensor.</summary>
        public Tensor Zero_() => Fill("zero_", target, 0);

        /// <summary>Sets all elements to a number, and returns the tensor.</summary>
        public Tensor Fill_(Scalar value) => Fill("fill_", target, value);

        /// <summary>Sets all elements to a tensor of shape [], and returns the tensor.</summary>
        /// <exception cref="ArgumentException">The value has axes.</exception>
        public Tensor Fill_(Tensor value) => value.Shape.Rank == 0
            ? InPlace.Overwrite("fill_", target, value)
            : throw new ArgumentException($"fill_: {value.Describe()} is not a single number; use Copy_");

        /// <summary>
        /// Sets the elements to those of another tensor, which broadcasts and is converted, and returns the tensor.
        /// </summary>
        public Tensor Copy_(Tensor source) => InPlace.Overwrite("copy_", target, source);
    }

    private static Tensor Fill(string operation, Tensor target, Scalar value)
    {
        if (InPlace.IsPartOfGraph(operation, target))
        {
            return InPlace.Overwrite(operation, target, target.Number(value));
        }

        target.Backend.Fill(target.View, target.DType.IsReal ? value : value.ToWhole(operation));
        InPlace.Count(operation, target);
        return target;
    }
}
