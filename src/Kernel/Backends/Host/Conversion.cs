using System.Numerics;
using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Copies between layouts and dtypes.</summary>
internal static class Conversion
{
    public static void Copy(View source, View target)
    {
        switch (source.DType)
        {
            case DType.Bool: CopyFrom<byte>(source, target); break;
            case DType.Int64: CopyFrom<long>(source, target); break;
            case DType.Float32: CopyFrom<float>(source, target); break;
            default: CopyFrom<double>(source, target); break;
        }
    }

    public static void Fill(View target, Scalar value)
    {
        switch (target.DType)
        {
            case DType.Bool: Fill(target, value.Value != 0); break;
            case DType.Int64: Fill(target, value.ToWhole("fill")); break;
            case DType.Float32: Fill(target, (float)value.Value); break;
            default: Fill(target, value.Value); break;
        }
    }

    private static void CopyFrom<TSource>(View source, View target)
        where TSource : unmanaged, INumber<TSource>
    {
        switch (target.DType)
        {
            case DType.Bool: Copy<TSource, byte>(source, target); break;
            case DType.Int64: Copy<TSource, long>(source, target); break;
            case DType.Float32: Copy<TSource, float>(source, target); break;
            default: Copy<TSource, double>(source, target); break;
        }
    }

    private static void Copy<TSource, TTarget>(View source, View target)
        where TSource : unmanaged, INumber<TSource>
        where TTarget : unmanaged, INumber<TTarget>
    {
        var from = HostBackend.Numbers<TSource>(source.Storage);
        var to = HostBackend.Numbers<TTarget>(target.Storage);
        if (typeof(TSource) == typeof(TTarget)
            && Transposition.TryCopy(from, source.Layout, MemoryMarshal.Cast<TTarget, TSource>(to), target.Layout))
        {
            return;
        }

        var rows = new Rows(target.Layout, source.Layout);
        while (rows.Next())
        {
            if (typeof(TSource) == typeof(TTarget) && rows.Stride(0) == 1)
            {
                var row = MemoryMarshal.Cast<TTarget, TSource>(to.Slice(rows.Offset(0), rows.Length));
                RowMajor.Bring(from, rows.Offset(1), rows.Stride(1), row);
                continue;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                var value = from[rows.Offset(1) + (i * rows.Stride(1))];
                to[rows.Offset(0) + (i * rows.Stride(0))] = typeof(TTarget) == typeof(byte)
                    ? (TSource.IsZero(value) ? TTarget.Zero : TTarget.One)
                    : TTarget.CreateTruncating(value);
            }
        }
    }

    private static void Fill<T>(View target, T value)
        where T : unmanaged
    {
        var to = HostBackend.Elements<T>(target.Storage);
        if (target.Layout.IsContiguous)
        {
            to.Slice((int)target.Layout.Offset, (int)target.Layout.Count).Fill(value);
            return;
        }

        var rows = new Rows(target.Layout);
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                to[rows.Offset(0) + (i * rows.Stride(0))] = value;
            }
        }
    }
}
