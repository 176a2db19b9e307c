namespace NotebookGrad.Backends.Host;

/// <summary>Copies between layouts and dtypes.</summary>
internal static class Conversion
{
    public static void Copy(View source, View target)
    {
        switch (source.DType)
        {
            case DType.Bool: CopyFrom<bool>(source, target); break;
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
        where TSource : unmanaged
    {
        switch (target.DType)
        {
            case DType.Bool: Copy<TSource, bool>(source, target, Converter<TSource>.ToBool); break;
            case DType.Int64: Copy<TSource, long>(source, target, Converter<TSource>.ToLong); break;
            case DType.Float32: Copy<TSource, float>(source, target, Converter<TSource>.ToSingle); break;
            default: Copy<TSource, double>(source, target, Converter<TSource>.ToDouble); break;
        }
    }

    private static void Copy<TSource, TTarget>(View source, View target, Func<TSource, TTarget> convert)
        where TSource : unmanaged
        where TTarget : unmanaged
    {
        var from = HostBackend.Elements<TSource>(source.Storage);
        var to = HostBackend.Elements<TTarget>(target.Storage);
        if (target.Layout.Count == 0)
        {
            return;
        }

        var rows = new Rows(target.Layout, source.Layout);
        while (rows.Next())
        {
            if (typeof(TSource) == typeof(TTarget) && rows.Stride(0) == 1 && rows.Stride(1) == 1)
            {
                var row = from.Slice(rows.Offset(1), rows.Length);
                System.Runtime.InteropServices.MemoryMarshal.Cast<TSource, TTarget>(row).CopyTo(to[rows.Offset(0)..]);
                continue;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                to[rows.Offset(0) + (i * rows.Stride(0))] = convert(from[rows.Offset(1) + (i * rows.Stride(1))]);
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
