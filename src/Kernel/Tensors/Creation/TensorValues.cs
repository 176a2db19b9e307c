namespace NotebookGrad;

/// <summary>The elements as C# numbers.</summary>
public static class TensorValues
{
    extension(Tensor x)
    {
        /// <summary>The only element, as a C# number.</summary>
        /// <exception cref="InvalidOperationException">
        /// There is not exactly one element, or T cannot hold its dtype.
        /// </exception>
        public T Item<T>()
            where T : unmanaged => x.Count == 1
            ? x.ToArray<T>()[0]
            : throw new InvalidOperationException(
                $"item: {x.Describe()} has {x.Count} elements, not one; ToArray gives them all");

        /// <summary>
        /// All elements in row-major order. A float array also takes doubles, rounded, and the other way.
        /// </summary>
        /// <exception cref="InvalidOperationException">T cannot hold the tensor's dtype.</exception>
        public T[] ToArray<T>()
            where T : unmanaged
        {
            if (typeof(T) == typeof(int) && x.DType == DType.Int64)
            {
                return (T[])(object)Array.ConvertAll(x.ToArray<long>(), value => checked((int)value));
            }

            var dtype = DType.Of<T>();
            if (dtype != x.DType && !(dtype.IsReal && x.DType != DType.Bool))
            {
                throw new InvalidOperationException(
                    $"toarray: {x.Describe()} is {x.DType.Text}, which {typeof(T).Name} does not hold; convert it with "
                    + $".To(DType.{dtype}) first, or read it as its own type");
            }

            // Elements that lie in order from the start of their storage can be read where they are.
            var view = dtype == x.DType && x.Layout.IsContiguous ? x.View : x.Converted(dtype).View;
            var values = new T[x.Count];
            x.Backend.Read<T>(view, values);
            return values;
        }
    }
}
