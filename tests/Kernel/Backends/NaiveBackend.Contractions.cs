using System.Numerics;
using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>Products, convolutions, and the steps of optimisers.</summary>
internal partial class NaiveBackend
{
    public void MatMul(View a, View b, View c, bool accumulate) => ForEach(c.Shape, index =>
    {
        var sum = accumulate ? Convert.ToDouble(Get(c, index)) : 0;
        for (var k = 0; k < a.Shape[^1]; k++)
        {
            sum += Convert.ToDouble(Get(a, [.. index[..^1], k])) * Convert.ToDouble(Get(b, [.. index[..^2], k, index[^1]]));
        }

        Set(c, index, sum);
    });

    public void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>
    {
        Updates++;
        foreach (var operands in parameters)
        {
            if (operands.Parameter.DType == DType.Float32)
            {
                Update<TKernel, float>(kernel, options, operands);
            }
            else
            {
                Update<TKernel, double>(kernel, options, operands);
            }
        }
    }

    private static void Update<TKernel, T>(TKernel kernel, View options, UpdateOperands operands)
        where TKernel : struct, IUpdateKernel<TKernel>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        kernel = operands.Begin(kernel, options, out var numbers);
        var shared = numbers.ConvertAll(OneNumber<T>.Of);
        var (_, gradient, parameter, states) = operands;
        ForEach(parameter.Shape, index =>
        {
            var values = new OneNumber<T>[4];
            View[] views = [parameter, .. states.Span];
            for (var i = 0; i < views.Length; i++)
            {
                values[i] = new((T)Get(views[i], index));
            }

            kernel.Invoke(
                in shared,
                new OneNumber<T>((T)Get(gradient, index)),
                ref values[0],
                ref values[1],
                ref values[2],
                ref values[3]);
            for (var i = 0; i < views.Length; i++)
            {
                Set(views[i], index, values[i].Value);
            }
        });
    }

    public void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        var made = result switch { ConvolutionRole.Input => input, ConvolutionRole.Output => output, _ => weight };
        var (windows, channels, features) = (axes.ToArray(), weight.Shape[1], weight.Shape[0] / groups);
        Fill(made, 0);
        foreach (var place in Indices(output.Shape))
        {
            foreach (var inner in Indices(weight.Shape.ToArray()[1..]))
            {
                int[] kernel = [place[1], .. inner];
                int[] at = [.. windows.Select((axis, i) => (place[i + 2] * axis.Stride) - axis.Before + (kernel[i + 2] * axis.Dilation))];
                if (at.Zip(windows).All(pair => pair.First >= 0 && pair.First < pair.Second.Input))
                {
                    int[] element = [place[0], (place[1] / features * channels) + kernel[1], .. at];
                    var (x, y, w) = (Number(input, element), Number(output, place), Number(weight, kernel));
                    switch (result)
                    {
                        case ConvolutionRole.Input: Set(input, element, x + (y * w)); break;
                        case ConvolutionRole.Output: Set(output, place, y + (x * w)); break;
                        default: Set(weight, kernel, w + (x * y)); break;
                    }
                }
            }
        }
    }
}
