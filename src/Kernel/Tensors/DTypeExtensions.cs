namespace NotebookGrad;

/// <summary>What follows from a dtype.</summary>
public static class DTypeExtensions
{
    extension(DType dtype)
    {
        /// <summary>Bytes of one element.</summary>
        public int Size => dtype switch
        {
            DType.Bool => 1,
            DType.Float32 => 4,
            _ => 8,
        };

        /// <summary>Whether the elements are real numbers, so that gradients exist.</summary>
        public bool IsReal => dtype >= DType.Float32;

        /// <summary>The name as PyTorch writes it, such as <c>float32</c>.</summary>
        public string Text => dtype switch
        {
            DType.Bool => "bool",
            DType.Int64 => "int64",
            DType.Float32 => "float32",
            _ => "float64",
        };

        /// <summary>The dtype that holds elements of a C# type.</summary>
        /// <exception cref="ArgumentException">No dtype does; the message names those that exist.</exception>
        internal static DType Of<T>()
            where T : unmanaged
        {
            if (typeof(T) == typeof(float))
            {
                return DType.Float32;
            }

            if (typeof(T) == typeof(double))
            {
                return DType.Float64;
            }

            if (typeof(T) == typeof(long))
            {
                return DType.Int64;
            }

            return typeof(T) == typeof(bool)
                ? DType.Bool
                : throw NoDType(typeof(T));
        }
    }

    /// <summary>Tells that no dtype holds elements of a C# type.</summary>
    internal static ArgumentException NoDType(Type type) => new(
        $"tensor: no dtype holds {type.Name}; a tensor's elements are float, double, long (or int) or bool");
}
