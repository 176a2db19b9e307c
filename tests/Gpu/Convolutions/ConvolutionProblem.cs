using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Convolutions;

/// <summary>A convolution of random sizes over one to three axes, its three sides small whole numbers.</summary>
internal sealed class ConvolutionProblem
{
    public ConvolutionProblem(Random random)
    {
        Groups = random.Next(3) == 0 ? random.Next(2, 4) : 1;
        var (batch, channels, features) = (random.Next(1, 4), Groups * random.Next(1, 6), Groups * random.Next(1, 12));
        Axes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Axis(random))];
        Input = Side(random, [batch, channels, .. Axes.Select(axis => axis.Input)]);
        Output = Side(random, [batch, features, .. Axes.Select(axis => axis.Output)]);
        Weight = Side(random, [features, channels / Groups, .. Axes.Select(axis => axis.Kernel)]);
    }

    public int Groups { get; }

    public SlidingAxis[] Axes { get; }

    public View Input { get; }

    public View Output { get; }

    public View Weight { get; }

    private static SlidingAxis Axis(Random random)
    {
        var (kernel, stride, dilation) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 3));
        var (before, after) = (random.Next(0, 3), random.Next(0, 3));
        var reach = ((kernel - 1) * dilation) + 1;
        var input = Math.Max(1, reach - before - after) + random.Next(0, 9);
        return new(input, ((input + before + after - reach) / stride) + 1, kernel, stride, before, dilation);
    }

    private static View Side(Random random, int[] shape)
    {
        var layout = Layout.Contiguous(new Shape(shape));
        var numbers = Enumerable.Range(0, (int)layout.Count).Select(_ => (double)random.Next(-8, 9)).ToArray();
        return new(Tensor.Of(numbers, dtype: DType.Float64, device: Device.Cpu).Storage, layout);
    }
}
