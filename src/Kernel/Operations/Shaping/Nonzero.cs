namespace NotebookGrad.Operations;

/// <summary>Finds what is not zero.</summary>
internal static class Nonzero
{
    /// <summary>
    /// The positions in row-major order: for each axis a vector of them, int64. How many there are only the values tell;
    /// of a device that is the one number that is read.
    /// </summary>
    public static Tensor[] Positions(Tensor x)
    {
        var isTrue = x.Detach().Flatten().To(DType.Bool);
        var places = x.Device == Device.Cpu ? Read(isTrue.ToArray<bool>()) : Places(isTrue);
        var columns = new Tensor[x.Shape.Rank];
        long span = 1;
        for (var axis = columns.Length - 1; axis >= 0; axis--)
        {
            var along = span == 1 ? places : places.FloorDivide(span);
            columns[axis] = axis == 0 ? along : along.Remainder(x.Shape[axis]);
            span *= x.Shape[axis];
        }

        return columns;
    }

    private static Tensor Read(ReadOnlySpan<bool> truths)
    {
        var places = new long[truths.Count(true)];
        for (int i = 0, next = 0; next < places.Length; i++)
        {
            if (truths[i])
            {
                places[next++] = i;
            }
        }

        return Tensor.Of(places, device: Device.Cpu);
    }

    // Each true element goes to the place that is the number of those before it, the others behind all of them.
    private static Tensor Places(Tensor isTrue)
    {
        var before = isTrue.To(DType.Int64).CumSum(0);
        var count = isTrue.Count == 0 ? 0 : checked((int)before[^1].Item<long>());
        var numbers = Tensor.OnesLike(before).CumSum(0) - 1;
        var places = Tensor.Where(isTrue, before - 1, Tensor.Full([], (long)count, device: isTrue.Device));
        return Tensor.Zeros([count + 1], dtype: DType.Int64, device: isTrue.Device)
            .Scatter(0, places, numbers)[..count];
    }
}
