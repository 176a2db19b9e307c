namespace NotebookGrad.Backends.Host;

/// <summary>Products of matrices, what moves over windows, and steps of optimisers.</summary>
internal sealed partial class HostBackend
{
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
}
