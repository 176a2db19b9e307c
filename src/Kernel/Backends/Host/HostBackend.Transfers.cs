using NotebookGrad.Sampling;

namespace NotebookGrad.Backends.Host;

/// <summary>Elements of arrays and into arrays, copies, and elements out of nothing.</summary>
internal sealed partial class HostBackend
{
    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged => values.CopyTo(Elements<T>(target));

    public void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        Elements<T>(source.Storage).Slice((int)source.Layout.Offset, (int)source.Layout.Count).CopyTo(values);
        KeepAlive(source);
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
}
