using System.Runtime.InteropServices;
using NotebookGrad.Sampling;

namespace NotebookGrad.Backends.Host;

/// <summary>The processor. Here each dtype meets its C# type, once for every kind of work.</summary>
internal sealed class HostBackend : IBackend, IBackendMemory
{
    private HostBackend()
    {
    }

    public static HostBackend Instance { get; } = new();

    public string Name => "cpu";

    public long Allocated => HostMemory.Allocated;

    public long Reserved => HostMemory.Reserved;

    public long MaxAllocated => HostMemory.MaxAllocated;

    public void ResetMax() => HostMemory.ResetMax();

    public void Empty() => HostMemory.Empty();

    public Storage Allocate(DType dtype, long length)
    {
        if (length > Array.MaxLength)
        {
            throw new OutOfMemoryException(
                $"cpu: a tensor of {length:N0} elements is too large; at most {Array.MaxLength:N0} fit one block");
        }

        return dtype switch
        {
            DType.Bool => Allocate<bool>(dtype, (int)length),
            DType.Int64 => Allocate<long>(dtype, (int)length),
            DType.Float32 => Allocate<float>(dtype, (int)length),
            _ => Allocate<double>(dtype, (int)length),
        };
    }

    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged => values.CopyTo(Elements<T>(target));

    public void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        Elements<T>(source.Storage).Slice((int)source.Layout.Offset, (int)source.Layout.Count).CopyTo(values);
        KeepAlive(source);
    }

    public void Draw(Drawing drawing, Storage target)
    {
        switch (drawing.Distribution, target.DType)
        {
            case (Distribution.Whole, _):
                Drawn<VariatePairs.Whole, long>.Do(drawing, target);
                break;
            case (Distribution.Uniform, DType.Float32):
                Drawn<VariatePairs.UniformSingle, float>.Do(drawing, target);
                break;
            case (Distribution.Uniform, _):
                Drawn<VariatePairs.UniformDouble, double>.Do(drawing, target);
                break;
            case (_, DType.Float32):
                Drawn<VariatePairs.NormalSingle, float>.Do(drawing, target);
                break;
            default:
                Drawn<VariatePairs.NormalDouble, double>.Do(drawing, target);
                break;
        }

        GC.KeepAlive(target);
    }

    public void Require(RangeCheck check, View x)
    {
        if (!x.Layout.IsContiguous)
        {
            var inRows = new View(Allocate(x.DType, x.Layout.Count), Layout.Contiguous(x.Shape));
            Copy(x, inRows);
            x = inRows;
        }

        check.Run(Elements<long>(x.Storage).Slice((int)x.Layout.Offset, (int)x.Layout.Count));
        KeepAlive(x);
    }

    public void Copy(View source, View target)
    {
        Conversion.Copy(source, target);
        KeepAlive(source, target);
    }

    public void Fill(View target, Scalar value) => Conversion.Fill(target, value);

    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel>
    {
        switch (x.DType)
        {
            case DType.Int64: Elementwise.Map<long, NumberUnary<TKernel, long>>(new(kernel), x, y); break;
            case DType.Float32: Elementwise.Map<float, NumberUnary<TKernel, float>>(new(kernel), x, y); break;
            default: Elementwise.Map<double, NumberUnary<TKernel, double>>(new(kernel), x, y); break;
        }

        KeepAlive(x, y);
    }

    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel>
    {
        if (x.DType == DType.Float32)
        {
            Elementwise.Map<float, RealUnary<TKernel, float>>(new(kernel), x, y);
        }
        else
        {
            Elementwise.Map<double, RealUnary<TKernel, double>>(new(kernel), x, y);
        }

        KeepAlive(x, y);
    }

    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel>
    {
        switch (a.DType)
        {
            case DType.Int64: Elementwise.Zip<long, NumberBinary<TKernel, long>>(new(kernel), a, b, y); break;
            case DType.Float32: Elementwise.Zip<float, NumberBinary<TKernel, float>>(new(kernel), a, b, y); break;
            default: Elementwise.Zip<double, NumberBinary<TKernel, double>>(new(kernel), a, b, y); break;
        }

        KeepAlive(a, b, y);
    }

    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel>
    {
        if (a.DType == DType.Float32)
        {
            Elementwise.Zip<float, RealBinary<TKernel, float>>(new(kernel), a, b, y);
        }
        else
        {
            Elementwise.Zip<double, RealBinary<TKernel, double>>(new(kernel), a, b, y);
        }

        KeepAlive(a, b, y);
    }

    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel
    {
        switch (a.DType)
        {
            case DType.Bool: Elementwise.Compare<TKernel, byte>(a, b, y); break;
            case DType.Int64: Elementwise.Compare<TKernel, long>(a, b, y); break;
            case DType.Float32: Elementwise.Compare<TKernel, float>(a, b, y); break;
            default: Elementwise.Compare<TKernel, double>(a, b, y); break;
        }

        KeepAlive(a, b, y);
    }

    public void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel
    {
        switch (x.DType)
        {
            case DType.Int64: Reduction.Reduce<TKernel, long>(x, y); break;
            case DType.Float32: Reduction.Reduce<TKernel, float>(x, y); break;
            default: Reduction.Reduce<TKernel, double>(x, y); break;
        }

        KeepAlive(x, y);
    }

    public void Select(View condition, View a, View b, View y)
    {
        switch (y.DType)
        {
            case DType.Bool: Elementwise.Select<bool>(condition, a, b, y); break;
            case DType.Int64: Elementwise.Select<long>(condition, a, b, y); break;
            case DType.Float32: Elementwise.Select<float>(condition, a, b, y); break;
            default: Elementwise.Select<double>(condition, a, b, y); break;
        }

        KeepAlive(condition, a, b, y);
    }

    public void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel
    {
        switch (x.DType)
        {
            case DType.Int64: AlongAxis.Scan<TKernel, long>(x, axis, y); break;
            case DType.Float32: AlongAxis.Scan<TKernel, float>(x, axis, y); break;
            default: AlongAxis.Scan<TKernel, double>(x, axis, y); break;
        }

        KeepAlive(x, y);
    }

    public void ArgMax(View x, int axis, bool least, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: AlongAxis.ArgMax<byte>(x, axis, least, y); break;
            case DType.Int64: AlongAxis.ArgMax<long>(x, axis, least, y); break;
            case DType.Float32: AlongAxis.ArgMax<float>(x, axis, least, y); break;
            default: AlongAxis.ArgMax<double>(x, axis, least, y); break;
        }

        KeepAlive(x, y);
    }

    public void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        switch (x.DType)
        {
            case DType.Int64: WindowMaxima<long>.Find(x, windows, y); break;
            case DType.Float32: WindowMaxima<float>.Find(x, windows, y); break;
            default: WindowMaxima<double>.Find(x, windows, y); break;
        }

        KeepAlive(x, y);
    }

    public void ArgSort(View x, int axis, bool descending, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: AlongAxis.ArgSort<byte>(x, axis, descending, y); break;
            case DType.Int64: AlongAxis.ArgSort<long>(x, axis, descending, y); break;
            case DType.Float32: AlongAxis.ArgSort<float>(x, axis, descending, y); break;
            default: AlongAxis.ArgSort<double>(x, axis, descending, y); break;
        }

        KeepAlive(x, y);
    }

    public void Softmax(View x, int axis, bool logarithm, View y)
    {
        if (x.DType == DType.Float32)
        {
            AlongAxis.Softmax<float>(x, axis, logarithm, y);
        }
        else
        {
            AlongAxis.Softmax<double>(x, axis, logarithm, y);
        }

        KeepAlive(x, y);
    }

    public void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y)
    {
        if (x.DType == DType.Float32)
        {
            Normalizing.Normalize<float>(x, weight, bias, epsilon, centred, y);
        }
        else
        {
            Normalizing.Normalize<double>(x, weight, bias, epsilon, centred, y);
        }

        KeepAlive(x, weight ?? x, bias ?? x, y);
    }

    public void NormalizeSlope(View x, View t, double epsilon, bool centred, View y)
    {
        if (x.DType == DType.Float32)
        {
            Normalizing.NormalizeSlope<float>(x, t, epsilon, centred, y);
        }
        else
        {
            Normalizing.NormalizeSlope<double>(x, t, epsilon, centred, y);
        }

        KeepAlive(x, t, y);
    }

    public void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        if (x.DType == DType.Float32)
        {
            ClassLosses<float>.Compute(loss, x, labels, weight, y);
        }
        else
        {
            ClassLosses<double>.Compute(loss, x, labels, weight, y);
        }

        KeepAlive(x, labels, weight ?? x, y);
    }

    public void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        if (x.DType == DType.Float32)
        {
            ClassLosses<float>.ComputeSlope(loss, x, labels, weight, gradient, y);
        }
        else
        {
            ClassLosses<double>.ComputeSlope(loss, x, labels, weight, gradient, y);
        }

        KeepAlive(x, labels, weight ?? x, gradient, y);
    }

    public void Gather(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Indexed.Gather<bool>(x, axis, index, y); break;
            case DType.Int64: Indexed.Gather<long>(x, axis, index, y); break;
            case DType.Float32: Indexed.Gather<float>(x, axis, index, y); break;
            default: Indexed.Gather<double>(x, axis, index, y); break;
        }

        KeepAlive(x, index, y);
    }

    public void Scatter(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Indexed.Scatter<bool>(x, axis, index, y); break;
            case DType.Int64: Indexed.Scatter<long>(x, axis, index, y); break;
            case DType.Float32: Indexed.Scatter<float>(x, axis, index, y); break;
            default: Indexed.Scatter<double>(x, axis, index, y); break;
        }

        KeepAlive(x, index, y);
    }

    public void ScatterAdd(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Int64: Indexed.ScatterAdd<long>(x, axis, index, y); break;
            case DType.Float32: Indexed.ScatterAdd<float>(x, axis, index, y); break;
            default: Indexed.ScatterAdd<double>(x, axis, index, y); break;
        }

        KeepAlive(x, index, y);
    }

    public void MatMul(View a, View b, View c, bool accumulate)
    {
        switch (a.DType)
        {
            case DType.Int64: Matrices.Multiply<long>(a, b, c, accumulate, MatrixProduct.MultiplyPlain); break;
            case DType.Float32: Matrices.Multiply<float>(a, b, c, accumulate, MatrixProduct.Multiply); break;
            default: Matrices.Multiply<double>(a, b, c, accumulate, MatrixProduct.Multiply); break;
        }

        KeepAlive(a, b, c);
    }

    public void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        switch (input.DType)
        {
            case DType.Int64: HostConvolution<long>.Compute(result, input, output, weight, axes, groups); break;
            case DType.Float32: HostConvolution<float>.Compute(result, input, output, weight, axes, groups); break;
            default: HostConvolution<double>.Compute(result, input, output, weight, axes, groups); break;
        }

        KeepAlive(input, output, weight);
    }

    public void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>
    {
        foreach (var operands in parameters)
        {
            if (operands.Parameter.DType == DType.Float32)
            {
                Updating<TKernel, float>.Do(kernel, options, operands);
            }
            else
            {
                Updating<TKernel, double>.Do(kernel, options, operands);
            }

            KeepAlive(operands.Gradient, operands.Parameter);
            KeepAlive(operands.States.Span);
        }
    }

    /// <summary>All elements of a block of this backend.</summary>
    internal static Span<T> Elements<T>(Storage storage)
        where T : unmanaged => ((HostStorage<T>)storage).Elements;

    /// <summary>All elements of a block of this backend as numbers; truth values are the bytes 0 and 1.</summary>
    internal static Span<T> Numbers<T>(Storage storage)
        where T : unmanaged => typeof(T) == typeof(byte)
        ? MemoryMarshal.Cast<bool, T>(Elements<bool>(storage))
        : Elements<T>(storage);

    // A block goes back to the pool when nothing refers to it; spans of its elements do not count as references.
    private static void KeepAlive(params ReadOnlySpan<View> views)
    {
        foreach (var view in views)
        {
            GC.KeepAlive(view.Storage);
        }
    }

    private HostStorage<T> Allocate<T>(DType dtype, int length)
        where T : unmanaged => length switch
        {
            1 => new HostNumber<T>(this, dtype),
            < HostPool<T>.SmallestLength => new HostArray<T>(this, dtype, length),
            _ => new PooledHostStorage<T>(this, dtype, length),
        };
}
