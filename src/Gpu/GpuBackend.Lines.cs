namespace NotebookGrad.Backends.Gpu;

/// <summary>Along axes: what combines, compares, orders or picks elements.</summary>
internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel
    {
        switch (x.DType)
        {
            case DType.Int64: Reducing<TKernel, long>.Run(this, x, y); break;
            case DType.Float32: Reducing<TKernel, float>.Run(this, x, y); break;
            default: Reducing<TKernel, double>.Run(this, x, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel
    {
        switch (x.DType)
        {
            case DType.Int64: Scanning<TKernel, long>.Run(this, x, axis, y); break;
            case DType.Float32: Scanning<TKernel, float>.Run(this, x, axis, y); break;
            default: Scanning<TKernel, double>.Run(this, x, axis, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void ArgMax(View x, int axis, bool least, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Searching<byte>.Run(this, x, axis, least, y); break;
            case DType.Int64: Searching<long>.Run(this, x, axis, least, y); break;
            case DType.Float32: Searching<float>.Run(this, x, axis, least, y); break;
            default: Searching<double>.Run(this, x, axis, least, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void ArgSort(View x, int axis, bool descending, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Sorting<byte>.Run(this, x, axis, descending, y); break;
            case DType.Int64: Sorting<long>.Run(this, x, axis, descending, y); break;
            case DType.Float32: Sorting<float>.Run(this, x, axis, descending, y); break;
            default: Sorting<double>.Run(this, x, axis, descending, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void Softmax(View x, int axis, bool logarithm, View y)
    {
        if (x.DType == DType.Float32)
        {
            SoftmaxLines<float>.Run(this, x, axis, logarithm, y);
        }
        else
        {
            SoftmaxLines<double>.Run(this, x, axis, logarithm, y);
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y)
    {
        if (x.DType == DType.Float32)
        {
            NormalizedRows<float>.Run(this, x, weight, bias, epsilon, centred, y);
        }
        else
        {
            NormalizedRows<double>.Run(this, x, weight, bias, epsilon, centred, y);
        }

        KeepAlive(x, weight ?? x, bias ?? x, y);
    }

    /// <inheritdoc/>
    public void NormalizeSlope(View x, View t, double epsilon, bool centred, View y)
    {
        if (x.DType == DType.Float32)
        {
            NormalizedRows<float>.RunSlope(this, x, t, epsilon, centred, y);
        }
        else
        {
            NormalizedRows<double>.RunSlope(this, x, t, epsilon, centred, y);
        }

        KeepAlive(x, t, y);
    }

    /// <inheritdoc/>
    public void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        if (x.DType == DType.Float32)
        {
            ClassLosses<float>.Run(this, loss, x, labels, weight, y);
        }
        else
        {
            ClassLosses<double>.Run(this, loss, x, labels, weight, y);
        }

        KeepAlive(x, labels, weight ?? x, y);
    }

    /// <inheritdoc/>
    public void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        if (x.DType == DType.Float32)
        {
            ClassLossSlopes<float>.Run(this, loss, x, labels, weight, gradient, y);
        }
        else
        {
            ClassLossSlopes<double>.Run(this, loss, x, labels, weight, gradient, y);
        }

        KeepAlive(x, labels, weight ?? x, gradient, y);
    }

    /// <inheritdoc/>
    public void Gather(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Indexing<Gathered<byte>, byte>.Run(this, x, axis, index, y); break;
            case DType.Int64: Indexing<Gathered<long>, long>.Run(this, x, axis, index, y); break;
            case DType.Float32: Indexing<Gathered<float>, float>.Run(this, x, axis, index, y); break;
            default: Indexing<Gathered<double>, double>.Run(this, x, axis, index, y); break;
        }

        KeepAlive(x, index, y);
    }

    /// <inheritdoc/>
    public void Scatter(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Bool: Scattering<byte>.Run(this, x, axis, index, y); break;
            case DType.Int64: Scattering<long>.Run(this, x, axis, index, y); break;
            case DType.Float32: Scattering<float>.Run(this, x, axis, index, y); break;
            default: Scattering<double>.Run(this, x, axis, index, y); break;
        }

        KeepAlive(x, index, y);
    }

    /// <inheritdoc/>
    public void ScatterAdd(View x, int axis, View index, View y)
    {
        switch (x.DType)
        {
            case DType.Int64: Indexing<Added, long>.Run(this, y, axis, index, x); break;
            case DType.Float32: Indexing<Added, float>.Run(this, y, axis, index, x); break;
            default: Indexing<Added, double>.Run(this, y, axis, index, x); break;
        }

        KeepAlive(x, index, y);
    }
}
