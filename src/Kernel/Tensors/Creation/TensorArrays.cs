namespace NotebookGrad;

/// <summary>Between tensors and C# arrays of any rank, and spans.</summary>
public static class TensorArrays
{
    extension(Tensor)
    {
        /// <summary>
        /// A tensor with a copy of an array's elements: of any rank, as <c>double[,,,,]</c>, or nested, as
        /// <c>float[][]</c>, where all arrays of one level must be equally long.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// Nested arrays differ in length, one is null, or no dtype holds the elements.
        /// </exception>
        public static Tensor Of(
            Array values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
        {
            var lengths = new List<int>();
            var innermost = ArrayElements.Lengths(values, lengths);
            var shape = new Shape([.. lengths]);
            return Type.GetTypeCode(innermost) switch
            {
                TypeCode.Boolean => Copy<bool>(),
                TypeCode.Int32 => Copy<int>(),
                TypeCode.Int64 => Copy<long>(),
                TypeCode.Single => Copy<float>(),
                TypeCode.Double => Copy<double>(),
                _ => throw DTypeExtensions.NoDType(innermost),
            };

            Tensor Copy<T>()
                where T : unmanaged
            {
                var elements = new List<T>();
                ArrayElements.Append(values, lengths, 0, elements);
                return TensorCreation.Make<T>(elements.ToArray(), shape, requiresGrad, dtype, device);
            }
        }

        /// <summary>A tensor of a shape with a copy of elements in row-major order.</summary>
        /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
        public static Tensor Of<T>(
            ReadOnlySpan<T> values,
            Shape shape,
            bool requiresGrad = false,
            DType? dtype = null,
            Device? device = null)
            where T : unmanaged => values.Length == shape.Count
            ? TensorCreation.Make(values, shape, requiresGrad, dtype, device)
            : throw new ArgumentException(
                $"of: {values.Length} elements do not fill the shape {shape}, which holds {shape.Count}");
    }

    extension(Tensor x)
    {
        /// <summary>Copies all elements in row-major order to the start of a span.</summary>
        /// <exception cref="ArgumentException">The span is too short.</exception>
        /// <exception cref="InvalidOperationException">T cannot hold the tensor's dtype.</exception>
        public void CopyTo<T>(Span<T> target)
            where T : unmanaged
        {
            if (target.Length < x.Count)
            {
                throw new ArgumentException(
                    $"copyto: {x.Describe()} has {x.Count} elements, and the span room for {target.Length}");
            }

            x.ToArray<T>().CopyTo(target);
        }

        /// <summary>
        /// The elements as an array of a type such as <c>float[,]</c> or <c>double[][]</c>, of as many axes as the
        /// tensor. <c>ToArray</c> gives them all in one row.
        /// </summary>
        /// <exception cref="ArgumentException">The type is no array, or has another number of axes.</exception>
        /// <exception cref="InvalidOperationException">Its elements cannot hold the tensor's dtype.</exception>
        public TArray ToArrayAs<TArray>()
            where TArray : class
        {
            var (rank, innermost) = ArrayElements.Describe(typeof(TArray));
            if (rank != x.Shape.Rank || rank == 0)
            {
                throw new ArgumentException(
                    $"toarrayas: {typeof(TArray).Name} has {rank} axes and {x.Describe()} has {x.Shape.Rank}");
            }

            Array elements = Type.GetTypeCode(innermost) switch
            {
                TypeCode.Boolean => x.ToArray<bool>(),
                TypeCode.Int32 => x.ToArray<int>(),
                TypeCode.Int64 => x.ToArray<long>(),
                TypeCode.Single => x.ToArray<float>(),
                TypeCode.Double => x.ToArray<double>(),
                _ => throw new ArgumentException(
                    $"toarrayas: no dtype is held by {innermost.Name}; ask for float, double, long, int or bool"),
            };
            var next = 0;
            return (TArray)(object)ArrayElements.Nest(typeof(TArray), elements, x.Shape.Lengths, ref next);
        }
    }
}
