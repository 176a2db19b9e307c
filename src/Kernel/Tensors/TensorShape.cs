using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>The same elements in another shape, dtype or place.</summary>
public static class TensorShape
{
    extension(Tensor x)
    {
        /// <summary>A matrix with its two axes exchanged; for more axes all of them are reversed. A view.</summary>
        public Tensor T => x.Permute([.. Enumerable.Range(0, x.Shape.Rank).Reverse()]);

        /// <summary>Two axes exchanged, as a view.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Transpose(int first, int second)
        {
            int[] order = [.. Enumerable.Range(0, x.Shape.Rank)];
            var (a, b) = (Axes.Number("transpose", x, first), Axes.Number("transpose", x, second));
            (order[a], order[b]) = (order[b], order[a]);
            return x.Permute(order);
        }

        /// <summary>
        /// The elements in row-major order under another shape; a length of −1 is worked out. A view where the strides
        /// allow it.
        /// </summary>
        /// <exception cref="ArgumentException">The counts differ, or more than one length is −1.</exception>
        public Tensor Reshape(params int[] shape) => x.Reshape(Resolve(x, shape));

        /// <summary>Axes of length 1 stretched and new ones added in front, as a view.</summary>
        /// <exception cref="ArgumentException">The tensor does not broadcast to that shape.</exception>
        public Tensor Expand(params int[] shape) => x.Expand(Shape.Create(shape));

        /// <summary>
        /// The elements in another dtype; the tensor itself if it has that already. No gradient passes through whole
        /// numbers.
        /// </summary>
        public Tensor To(DType dtype) => x.DType == dtype ? x : new Cast(dtype).Apply(x);

        /// <summary>The elements on another device; the tensor itself if it is there already.</summary>
        public Tensor To(Device device) => x.Device == device ? x : new Transfer(x.Device, device).Apply(x);

        /// <summary>A copy with a block of its own, through which gradients flow.</summary>
        public Tensor Clone() => new Clone().Apply(x);

        internal Tensor Reshape(Shape shape) => shape == x.Shape ? x : new Reshape(shape).Apply(x);

        internal Tensor Permute(int[] order) => new Permute(order).Apply(x);

        internal Tensor Expand(Shape shape)
        {
            if (shape == x.Shape)
            {
                return x;
            }

            if (!Fits(x.Shape, shape))
            {
                throw new ArgumentException(
                    $"expand: {x.Describe()} does not broadcast to {shape}: axes align from the right, and only those "
                    + "of length 1 stretch");
            }

            return new Expand(shape).Apply(x);
        }
    }

    private static bool Fits(Shape from, Shape to)
    {
        var added = to.Rank - from.Rank;
        for (var axis = 0; axis < from.Rank; axis++)
        {
            if (added < 0 || (from[axis] != 1 && from[axis] != to[axis + added]))
            {
                return false;
            }
        }

        return true;
    }

    private static Shape Resolve(Tensor x, int[] lengths)
    {
        var resolved = (int[])lengths.Clone();
        var unknown = Array.IndexOf(resolved, -1);
        if (unknown >= 0)
        {
            resolved[unknown] = 1;
            var known = resolved.Aggregate(1L, (count, length) => count * length);
            resolved[unknown] = known > 0 ? (int)(x.Count / known) : 0;
        }

        return Array.TrueForAll(resolved, length => length >= 0) && new Shape(resolved).Count == x.Count
            ? new Shape(resolved)
            : throw new ArgumentException(
                $"reshape: {x.Describe()} has {x.Count} elements, which [{string.Join(", ", lengths)}] cannot hold; "
                + "the lengths must multiply to the count, and one may be −1");
    }
}
