namespace NotebookGrad.Backends.Host;

/// <summary>Along axes: what combines, compares, orders or picks elements.</summary>
internal sealed partial class HostBackend
{
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
}
