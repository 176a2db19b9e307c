namespace NotebookGrad.Backends.Gpu;

/// <summary>Element by element.</summary>
internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel>
    {
        switch (x.DType)
        {
            case DType.Int64: Mapping<NumberUnary<TKernel, long>, long>.Run(this, new(kernel), x, y); break;
            case DType.Float32: Mapping<NumberUnary<TKernel, float>, float>.Run(this, new(kernel), x, y); break;
            default: Mapping<NumberUnary<TKernel, double>, double>.Run(this, new(kernel), x, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel>
    {
        if (x.DType == DType.Float32)
        {
            Mapping<RealUnary<TKernel, float>, float>.Run(this, new(kernel), x, y);
        }
        else
        {
            Mapping<RealUnary<TKernel, double>, double>.Run(this, new(kernel), x, y);
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel>
    {
        switch (a.DType)
        {
            case DType.Int64: Zip<NumberBinary<TKernel, long>, long>(new(kernel), a, b, y); break;
            case DType.Float32: Zip<NumberBinary<TKernel, float>, float>(new(kernel), a, b, y); break;
            default: Zip<NumberBinary<TKernel, double>, double>(new(kernel), a, b, y); break;
        }
    }

    /// <inheritdoc/>
    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel>
    {
        if (a.DType == DType.Float32)
        {
            Zip<RealBinary<TKernel, float>, float>(new(kernel), a, b, y);
        }
        else
        {
            Zip<RealBinary<TKernel, double>, double>(new(kernel), a, b, y);
        }
    }

    /// <inheritdoc/>
    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel
    {
        switch (a.DType)
        {
            case DType.Bool: Zipping<Comparing<TKernel, byte>, byte, byte>.Run(this, default, a, b, y); break;
            case DType.Int64: Zipping<Comparing<TKernel, long>, long, byte>.Run(this, default, a, b, y); break;
            case DType.Float32: Zipping<Comparing<TKernel, float>, float, byte>.Run(this, default, a, b, y); break;
            default: Zipping<Comparing<TKernel, double>, double, byte>.Run(this, default, a, b, y); break;
        }

        KeepAlive(a, b, y);
    }

    /// <inheritdoc/>
    public void Select(View condition, View a, View b, View y)
    {
        switch (y.DType)
        {
            case DType.Bool: Selecting<byte>.Run(this, condition, a, b, y); break;
            case DType.Int64: Selecting<long>.Run(this, condition, a, b, y); break;
            case DType.Float32: Selecting<float>.Run(this, condition, a, b, y); break;
            default: Selecting<double>.Run(this, condition, a, b, y); break;
        }

        KeepAlive(condition, a, b, y);
    }

    private void Zip<TKernel, T>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, ITypedBinary<T>
        where T : unmanaged
    {
        Zipping<Pairing<TKernel, T>, T, T>.Run(this, new(kernel), a, b, y);
        KeepAlive(a, b, y);
    }
}
