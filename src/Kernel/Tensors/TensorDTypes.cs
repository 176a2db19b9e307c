namespace NotebookGrad;

/// <summary>A tensor in a dtype that a function can work with, by PyTorch's rules.</summary>
internal static class TensorDTypes
{
    extension(Tensor x)
    {
        /// <summary>The tensor, truth values as the numbers 0 and 1.</summary>
        internal Tensor Countable() => x.DType == DType.Bool ? x.To(DType.Int64) : x;

        /// <summary>The tensor, truth values and whole numbers as float32.</summary>
        internal Tensor Real() => x.DType.IsReal ? x : x.To(DType.Float32);

        /// <summary>The tensor, which must hold real numbers.</summary>
        /// <exception cref="ArgumentException">It does not.</exception>
        internal Tensor OnlyReal(string operation) => x.DType.IsReal
            ? x
            : throw new ArgumentException(
                $"{operation}: {x.Describe()} is {x.DType.Text}; convert it with .To(DType.Float32) first");
    }
}
