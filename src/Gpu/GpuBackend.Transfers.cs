using System.Runtime.InteropServices;
using ILGPU.Runtime;
using NotebookGrad.Sampling;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Elements from the processor and back, copies on the device, and elements out of nothing.</summary>
internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            Write(MemoryMarshal.Cast<T, byte>(values), target);
            return;
        }

        if (values.Length > 0)
        {
            lock (Gate)
            {
                staging.Upload(Stream, values, ((GpuStorage)target).Elements<T>());
            }
        }

        GC.KeepAlive(target);
    }

    /// <inheritdoc/>
    public unsafe void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            Read(source, MemoryMarshal.Cast<T, byte>(values));
            return;
        }

        var count = source.Layout.Count;
        if (count > 0)
        {
            lock (Gate)
            {
                waits++;

                // ILGPU copies to the address; the collector must not move what lies there.
                fixed (T* first = values)
                {
                    source.Elements<T>().SubView(source.Layout.Offset, count).CopyToCPU(Stream, ref *first, count);
                }

                Faults.Check(Stream);
            }
        }

        KeepAlive(source);
    }

    /// <inheritdoc/>
    public void Require(RangeCheck check, View x)
    {
        Requiring.Run(this, check, x);
        KeepAlive(x);
    }

    /// <inheritdoc/>
    public void Copy(View source, View target)
    {
        switch (source.DType)
        {
            case DType.Bool: CopyFrom<byte>(source, target); break;
            case DType.Int64: CopyFrom<long>(source, target); break;
            case DType.Float32: CopyFrom<float>(source, target); break;
            default: CopyFrom<double>(source, target); break;
        }

        KeepAlive(source, target);
    }

    /// <inheritdoc/>
    public void Fill(View target, Scalar value)
    {
        switch (target.DType)
        {
            case DType.Bool: Filling<byte>.Run(this, target, value.Value != 0 ? (byte)1 : (byte)0); break;
            case DType.Int64: Filling<long>.Run(this, target, value.ToWhole("fill")); break;
            case DType.Float32: Filling<float>.Run(this, target, (float)value.Value); break;
            default: Filling<double>.Run(this, target, value.Value); break;
        }

        KeepAlive(target);
    }

    /// <inheritdoc/>
    public void Draw(Drawing drawing, Storage target)
    {
        switch (drawing.Distribution, target.DType)
        {
            case (Distribution.Whole, _): Drawn<VariatePairs.Whole, long>.Run(this, drawing, target); break;
            case (Distribution.Uniform, DType.Float32):
                Drawn<VariatePairs.UniformSingle, float>.Run(this, drawing, target);
                break;
            case (Distribution.Uniform, _): Drawn<VariatePairs.UniformDouble, double>.Run(this, drawing, target); break;
            case (_, DType.Float32): Drawn<VariatePairs.NormalSingle, float>.Run(this, drawing, target); break;
            default: Drawn<VariatePairs.NormalDouble, double>.Run(this, drawing, target); break;
        }

        GC.KeepAlive(target);
    }

    private void CopyFrom<T>(View source, View target)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        switch (target.DType)
        {
            case DType.Bool: Copying<Truth<T>, T, byte>.Run(this, default, source, target); break;
            case DType.Int64: Copying<Cast<T, long>, T, long>.Run(this, default, source, target); break;
            case DType.Float32: Copying<Cast<T, float>, T, float>.Run(this, default, source, target); break;
            default: Copying<Cast<T, double>, T, double>.Run(this, default, source, target); break;
        }
    }
}
