namespace NotebookGrad.Backends.Host;

/// <summary>Element by element.</summary>
internal sealed partial class HostBackend
{
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
}
