using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;

namespace NotebookGrad.Tests.Backends;

/// <summary>A device that is the processor in disguise: as fast, and it counts what leaves it.</summary>
internal sealed class MeteredBackend : IBackend
{
    private static readonly HostBackend Inner = HostBackend.Instance;

    public string Name => "metered";

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>How often something was read.</summary>
    public int Reads { get; private set; }

    /// <summary>How often it was waited for.</summary>
    public int Waits { get; private set; }

    public void Synchronize() => Waits++;

    public Storage Allocate(DType dtype, long length) => dtype switch
    {
        DType.Bool => new HostArray<bool>(this, dtype, (int)length),
        DType.Int64 => new HostArray<long>(this, dtype, (int)length),
        DType.Float32 => new HostArray<float>(this, dtype, (int)length),
        _ => new HostArray<double>(this, dtype, (int)length),
    };

    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged => Inner.Write(values, target);

    public void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        Reads++;
        BytesRead += source.Layout.Count * source.DType.Size;
        Inner.Read(source, values);
    }

    public void Draw(Drawing drawing, Storage target) => Inner.Draw(drawing, target);

    public void Require(RangeCheck check, View x) => Inner.Require(check, x);

    public void Copy(View source, View target) => Inner.Copy(source, target);

    public void Fill(View target, Scalar value) => Inner.Fill(target, value);

    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel> => Inner.Map(kernel, x, y);

    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel> => Inner.MapReal(kernel, x, y);

    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel> => Inner.Zip(kernel, a, b, y);

    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel> => Inner.ZipReal(kernel, a, b, y);

    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel => Inner.Compare<TKernel>(a, b, y);

    public void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel => Inner.Reduce<TKernel>(x, y);

    public void Select(View condition, View a, View b, View y) => Inner.Select(condition, a, b, y);

    public void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel => Inner.Scan<TKernel>(x, axis, y);

    public void ArgMax(View x, int axis, bool least, View y) => Inner.ArgMax(x, axis, least, y);

    public void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y) => Inner.ArgMax(x, windows, y);

    public void ArgSort(View x, int axis, bool descending, View y) => Inner.ArgSort(x, axis, descending, y);

    public void Softmax(View x, int axis, bool logarithm, View y) => Inner.Softmax(x, axis, logarithm, y);

    public void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y) =>
        Inner.Normalize(x, weight, bias, epsilon, centred, y);

    public void NormalizeSlope(View x, View t, double epsilon, bool centred, View y) =>
        Inner.NormalizeSlope(x, t, epsilon, centred, y);

    public void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y) =>
        Inner.ClassLoss(loss, x, labels, weight, y);

    public void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y) =>
        Inner.ClassLossSlope(loss, x, labels, weight, gradient, y);

    public void Gather(View x, int axis, View index, View y) => Inner.Gather(x, axis, index, y);

    public void Scatter(View x, int axis, View index, View y) => Inner.Scatter(x, axis, index, y);

    public void ScatterAdd(View x, int axis, View index, View y) => Inner.ScatterAdd(x, axis, index, y);

    public void MatMul(View a, View b, View c, bool accumulate) => Inner.MatMul(a, b, c, accumulate);

    public void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups) =>
        Inner.Convolve(result, input, output, weight, axes, groups);

    public void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel> => Inner.Update(kernel, options, parameters);
}
