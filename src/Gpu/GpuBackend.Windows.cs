using System.Numerics;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Products of matrices, what moves over windows, and steps of optimisers.</summary>
internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void MatMul(View a, View b, View c, bool accumulate = false)
    {
        switch (a.DType)
        {
            case DType.Int64: MatrixProduct<long>.Run(this, a, b, c, accumulate); break;
            case DType.Float32: MatrixProduct<float>.Run(this, a, b, c, accumulate); break;
            default: MatrixProduct<double>.Run(this, a, b, c, accumulate); break;
        }

        KeepAlive(a, b, c);
    }

    /// <inheritdoc/>
    public void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        switch (input.DType)
        {
            case DType.Int64: Convolution<long>.Run(this, result, input, output, weight, axes, groups); break;
            case DType.Float32: Convolution<float>.Run(this, result, input, output, weight, axes, groups); break;
            default: Convolution<double>.Run(this, result, input, output, weight, axes, groups); break;
        }

        KeepAlive(input, output, weight);
    }

    /// <inheritdoc/>
    public void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        switch (x.DType)
        {
            case DType.Int64: WindowSearching<long>.Run(this, x, windows, y); break;
            case DType.Float32: WindowSearching<float>.Run(this, x, windows, y); break;
            default: WindowSearching<double>.Run(this, x, windows, y); break;
        }

        KeepAlive(x, y);
    }

    /// <inheritdoc/>
    public void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>
    {
        if (parameters.Length > 0 && parameters[0].Parameter.DType == DType.Float32)
        {
            Update<TKernel, float>(kernel, options, parameters);
        }
        else
        {
            Update<TKernel, double>(kernel, options, parameters);
        }

        foreach (var operands in parameters)
        {
            KeepAlive(operands.Gradient, operands.Parameter);
            KeepAlive(operands.States.Span);
        }
    }

    // Parameters are arguments, of which OpenCL promises 1 KiB and CUDA 4: eight, and where there are more, 32.
    private void Update<TKernel, T>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (parameters.Length > 8 && Accelerator.AcceleratorType != AcceleratorType.OpenCL)
        {
            Updating<TKernel, T, Twice<Twice<Twice<Twice<Twice<UpdatePart<T>, T>, T>, T>, T>, T>>.Run(
                this, kernel, options, parameters);
        }
        else
        {
            Updating<TKernel, T, Twice<Twice<Twice<UpdatePart<T>, T>, T>, T>>.Run(this, kernel, options, parameters);
        }
    }
}
