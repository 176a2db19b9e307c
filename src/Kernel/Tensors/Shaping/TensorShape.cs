using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>The same elements in another shape, dtype or place.</summary>
public static class TensorShape
{
    extension(Tensor x)
    {
        /// <summary>
        /// The elements in row-major order under another shape; a length of −1 is worked out. A view where the strides
        /// allow it.
        /// </summary>
        /// <exception cref="ArgumentException">The counts differ, or more than one length is −1.</exception>
        public Tensor Reshape(params int[] shape) => x.Reshape(Resolve("reshape", x, shape, x.Count));

        /// <summary>As <see cref="Reshape(Tensor, int[])"/>, but always a view.</summary>
        /// <exception cref="ArgumentException">
        /// The counts differ, more than one length is −1, or the strides need a copy.
        /// </exception>
        public Tensor View(params int[] shape)
        {
            var resolved = Resolve("view", x, shape, x.Count);
            return x.Layout.Reshape(resolved) is not null
                ? x.Reshape(resolved, "view")
                : throw new ArgumentException(
                    $"view: {x.Describe()} with strides [{string.Join(", ", x.Layout.Strides.ToArray())}] cannot be "
                        + $"seen as {resolved} without a copy; Reshape makes one where it must");
        }

        /// <summary>The elements in row-major order under another tensor's shape, as a view.</summary>
        /// <exception cref="ArgumentException">The counts differ, or the strides need a copy.</exception>
        public Tensor ViewAs(Tensor other) => x.View(other.Shape.ToArray());

        /// <summary>
        /// The axes from one to another made one; a tensor without axes gets one. A view where the strides allow it.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or the first is behind the last.</exception>
        public Tensor Flatten(int startDim = 0, int endDim = -1)
        {
            var (start, end) = (Axes.Number("flatten", x, startDim), Axes.Number("flatten", x, endDim));
            if (x.Shape.Rank == 0)
            {
                return x.Reshape([1], "flatten");
            }

            if (start > end)
            {
                throw new ArgumentException(
                    $"flatten: axis {startDim} of {x.Describe()} lies behind axis {endDim}; give the outer one first");
            }

            var lengths = x.Shape.ToArray();
            var joined = lengths[start..(end + 1)].Aggregate(1, (count, length) => checked(count * length));
            return x.Reshape([.. lengths[..start], joined, .. lengths[(end + 1)..]], "flatten");
        }

        /// <summary>An axis made several; a length of −1 is worked out. A view.</summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, or the lengths do not multiply to its own.
        /// </exception>
        public Tensor Unflatten(int dim, params int[] sizes)
        {
            var axis = Axes.Number("unflatten", x, dim);
            int[] lengths = x.Shape.Rank == 0
                ? throw new ArgumentException($"unflatten: {x.Describe()} has no axis to make several of")
                : x.Shape.ToArray();
            var resolved = Resolve("unflatten", x, sizes, lengths[axis]);
            return x.Reshape([.. lengths[..axis], .. resolved, .. lengths[(axis + 1)..]], "unflatten");
        }

        /// <summary>Without the axes of length 1, as a view.</summary>
        public Tensor Squeeze() => x.Reshape([.. x.Shape.ToArray().Where(length => length != 1)], "squeeze");

        /// <summary>Without an axis, if that has length 1, as a view.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Squeeze(int dim)
        {
            var axes = Axes.Of("squeeze", x, dim);
            return x.Reshape(axes.CountIn(x.Shape) == 1 ? axes.Result(x.Shape, keepDim: false) : x.Shape, "squeeze");
        }

        /// <summary>With a new axis of length 1 before one, or behind all with −1; a view.</summary>
        /// <exception cref="ArgumentException">There is no such place.</exception>
        public Tensor Unsqueeze(int dim)
        {
            var rank = x.Shape.Rank;
            var axis = dim < 0 ? dim + rank + 1 : dim;
            if (axis < 0 || axis > rank)
            {
                throw new ArgumentException(
                    $"unsqueeze: {x.Describe()} has no place {dim} for a new axis; its places are 0 to {rank}, or −1 "
                        + "behind all");
            }

            var lengths = x.Shape.ToArray();
            return x.Reshape([.. lengths[..axis], 1, .. lengths[axis..]], "unsqueeze");
        }

        /// <summary>Axes of length 1 stretched and new ones added in front, as a view; −1 leaves an axis.</summary>
        /// <exception cref="ArgumentException">The tensor does not broadcast to that shape.</exception>
        public Tensor Expand(params int[] shape)
        {
            var added = shape.Length - x.Shape.Rank;
            return x.Expand(Shape.Create([.. shape.Select(
                (length, axis) => length == -1 && axis >= added && added >= 0 ? x.Shape[axis - added] : length)]));
        }

        /// <summary>Stretched to another tensor's shape, as a view.</summary>
        /// <exception cref="ArgumentException">The tensor does not broadcast to that shape.</exception>
        public Tensor ExpandAs(Tensor other) => x.Expand(other.Shape);

        /// <summary>Stretched to a shape, as a view.</summary>
        /// <exception cref="ArgumentException">The tensor does not broadcast to that shape.</exception>
        public Tensor BroadcastTo(params int[] shape) => x.Expand(shape);

        /// <summary>The tensor itself if its elements lie in row-major order without gaps, else a copy.</summary>
        public Tensor Contiguous() => x.Layout.IsContiguous ? x : x.Clone();

        /// <summary>
        /// The elements in another dtype; the tensor itself if it has that already. No gradient passes through whole
        /// numbers.
        /// </summary>
        public Tensor To(DType dtype) => x.DType == dtype ? x : new Cast(dtype).Apply(x);

        /// <summary>A copy with a block of its own, through which gradients flow.</summary>
        public Tensor Clone() => new Clone().Apply(x);

        internal Tensor Reshape(Shape shape, string name = "reshape") =>
            shape == x.Shape && MayStandForItsView(x) ? x : new Reshape(shape, name).Apply(x);

        internal Tensor Expand(Shape shape)
        {
            if (shape == x.Shape && MayStandForItsView(x))
            {
                return x;
            }

            if (!x.Shape.BroadcastsTo(shape))
            {
                throw new ArgumentException(
                    $"expand: {x.Describe()} does not broadcast to {shape}: axes align from the right, and only those "
                    + "of length 1 stretch");
            }

            return new Expand(shape).Apply(x);
        }
    }

    // Where nothing is recorded, a view of the whole is still a constant: what it is used for later must not lead back.
    private static bool MayStandForItsView(Tensor x) => !x.RequiresGrad || Autograd.IsRecording;

    private static Shape Resolve(string operation, Tensor x, int[] lengths, long count)
    {
        var resolved = (int[])lengths.Clone();
        var unknown = Array.IndexOf(resolved, -1);
        if (unknown >= 0)
        {
            resolved[unknown] = 1;
            var known = resolved.Aggregate(1L, (count, length) => count * length);
            resolved[unknown] = known > 0 ? (int)(count / known) : -1;
        }

        return Array.TrueForAll(resolved, length => length >= 0) && new Shape(resolved).Count == count
            ? new Shape(resolved)
            : throw new ArgumentException(
                $"{operation}: {x.Describe()} has {count} elements, which [{string.Join(", ", lengths)}] cannot "
                + "hold; the lengths must multiply to the count, and one may be −1 if the others have no 0");
    }
}
