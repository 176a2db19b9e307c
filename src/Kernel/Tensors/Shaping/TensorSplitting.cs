using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>A tensor in parts along an axis, each a view.</summary>
public static class TensorSplitting
{
    extension(Tensor x)
    {
        /// <summary>Parts of a length along an axis; the last may be shorter. Views.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the length is not positive.</exception>
        public Tensor[] Split(int splitSize, int dim = 0)
        {
            var length = Length("split", x, dim);
            if (splitSize < 0 || (splitSize == 0 && length > 0))
            {
                throw new ArgumentException(
                    $"split: axis {dim} of {x.Describe()} cannot be cut in parts of length {splitSize}; it must be "
                        + "at least 1");
            }

            var count = splitSize == 0 ? 1 : Math.Max(1, (length + splitSize - 1) / splitSize);
            return Parts(x, dim, Enumerable.Range(1, count).Select(i => Math.Min(length, i * splitSize)));
        }

        /// <summary>Parts of these lengths along an axis. Views.</summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, or the lengths do not add up to its own.
        /// </exception>
        public Tensor[] Split(int[] splitSizes, int dim = 0)
        {
            var length = Length("split", x, dim);
            if (splitSizes.Any(size => size < 0) || splitSizes.Sum() != length)
            {
                throw new ArgumentException(
                    $"split: parts of lengths [{string.Join(", ", splitSizes)}] do not make up axis {dim} of "
                        + $"{x.Describe()}, which has length {length}");
            }

            var end = 0;
            return Parts(x, dim, splitSizes.Select(size => end += size));
        }

        /// <summary>So many parts of equal length along an axis, or fewer; the last may be shorter. Views.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the number is not positive.</exception>
        public Tensor[] Chunk(int chunks, int dim = 0)
        {
            var length = Length("chunk", x, dim);
            return chunks <= 0
                ? throw new ArgumentException($"chunk: {x.Describe()} cannot be cut in {chunks} parts; at least 1")
                : length == 0
                ? Parts(x, dim, Enumerable.Repeat(0, chunks))
                : x.Split((length + chunks - 1) / chunks, dim);
        }

        /// <summary>Exactly so many parts along an axis, the first of them one longer where need be. Views.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the number is not positive.</exception>
        public Tensor[] TensorSplit(int sections, int dim = 0)
        {
            var length = Length("tensor_split", x, dim);
            return sections > 0
                ? Parts(x, dim, Enumerable.Range(1, sections).Select(
                    i => (i * (length / sections)) + Math.Min(i, length % sections)))
                : throw new ArgumentException(
                    $"tensor_split: {x.Describe()} cannot be cut in {sections} parts; at least 1");
        }

        /// <summary>Parts of an axis that end before these positions, and the rest. Views.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor[] TensorSplit(int[] indices, int dim = 0)
        {
            var length = Length("tensor_split", x, dim);
            return Parts(x, dim, indices.Select(i => Math.Clamp(i < 0 ? i + length : i, 0, length)).Append(length));
        }

        /// <summary>The positions of an axis one by one, without it. Views.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor[] Unbind(int dim = 0) =>
            [.. Enumerable.Range(0, Length("unbind", x, dim)).Select(i => x.Select(dim, i))];
    }

    private static int Length(string operation, Tensor x, int dim)
    {
        var axis = Axes.Number(operation, x, dim);
        return x.Shape.Rank > 0
            ? x.Shape[axis]
            : throw new ArgumentException($"{operation}: {x.Describe()} has no axis to cut");
    }

    private static Tensor[] Parts(Tensor x, int dim, IEnumerable<int> ends)
    {
        var start = 0;
        var parts = new List<Tensor>();
        foreach (var end in ends)
        {
            parts.Add(x.Narrow(dim, start, Math.Max(0, end - start)));
            start = end;
        }

        return [.. parts];
    }
}
