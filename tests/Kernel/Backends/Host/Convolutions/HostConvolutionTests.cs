using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends.Host.Convolutions;

public class HostConvolutionTests
{
    // Both sides of a register's and a tile's edge, one to three axes, strides beyond the kernel, rows that are cut
    // off, groups of one, several samples at once and one after the other, lines with room for
    // tiles of neighbours.
    public static TheoryData<int, int, int, int, int[], int[], int[], int[], int[]> Cases
    {
        get
        {
            var cases = new TheoryData<int, int, int, int, int[], int[], int[], int[], int[]>
            {
                { 2, 3, 4, 1, [40], [5], [1], [2], [1] },
                { 3, 2, 7, 1, [17, 33], [3, 5], [1, 1], [1, 2], [1, 1] },
                { 2, 6, 6, 6, [9, 20], [3, 3], [1, 1], [1, 1], [1, 1] },
                { 1, 4, 8, 2, [12, 35], [3, 2], [2, 3], [1, 0], [1, 1] },
                { 2, 2, 3, 1, [11, 21], [1, 2], [4, 5], [0, 0], [1, 1] },
                { 2, 2, 3, 1, [19, 23], [3, 3], [2, 2], [3, 5], [2, 3] },
                { 1, 3, 13, 1, [10, 70], [1, 1], [1, 1], [0, 0], [1, 1] },
                { 2, 2, 2, 1, [5, 6, 18], [2, 3, 2], [1, 2, 2], [1, 0, 1], [2, 1, 1] },
                { 1, 45, 7, 1, [6, 6], [3, 3], [1, 1], [1, 1], [1, 1] },
                { 30, 1, 2, 1, [13, 12], [4, 4], [1, 1], [0, 0], [1, 1] },
                { 3, 19, 40, 1, [9, 11], [3, 3], [1, 1], [1, 1], [1, 1] },
                { 2, 14, 16, 2, [7, 9], [5, 5], [1, 1], [0, 0], [1, 1] },
                { 40, 33, 48, 1, [3, 3], [3, 3], [1, 1], [0, 0], [1, 1] },
                { 2, 70, 20, 1, [4, 5], [3, 2], [2, 1], [1, 1], [1, 1] },
                { 3, 24, 3, 3, [2, 6, 7], [2, 3, 3], [1, 2, 1], [1, 1, 1], [1, 1, 1] },
                { 2, 3, 3, 3, [1, 1], [1, 1], [3, 3], [1, 1], [1, 1] },
                { 2, 20, 17, 1, [2, 15], [1, 3], [1, 1], [0, 1], [1, 1] },
                { 1, 9, 18, 1, [3, 31], [2, 3], [1, 2], [0, 1], [1, 2] },
                { 2, 2, 18, 1, [3, 24], [2, 8], [1, 1], [0, 0], [1, 1] },
            };
            var random = new Random(11);
            for (var i = 0; i < 20; i++)
            {
                var groups = random.Next(1, 3);
                cases.Add(
                    random.Next(1, 4), groups * random.Next(1, 4), groups * random.Next(1, 8), groups,
                    [random.Next(4, 12), random.Next(4, 40)], [random.Next(1, 5), random.Next(1, 5)],
                    [random.Next(1, 4), random.Next(1, 4)], [random.Next(0, 3), random.Next(0, 3)],
                    [random.Next(1, 3), random.Next(1, 3)]);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_of_the_three_tensors_is_what_the_definition_says(
        int samples, int channels, int features, int groups,
        int[] lengths, int[] kernel, int[] stride, int[] before, int[] dilation)
    {
        SlidingAxis[] axes = [.. lengths.Select((length, i) => new SlidingAxis(
            length,
            ((length + (2 * before[i]) - ((kernel[i] - 1) * dilation[i]) - 1) / stride[i]) + 1,
            kernel[i], stride[i], before[i], dilation[i]))];
        if (axes.Any(axis => axis.Input + (2 * axis.Before) < ((axis.Kernel - 1) * axis.Dilation) + 1))
        {
            return;
        }

        foreach (var dtype in new[] { DType.Float32, DType.Float64, DType.Int64 })
        {
            foreach (var role in Enum.GetValues<ConvolutionRole>())
            {
                var random = new Random(3);
                Tensor Whole(int[] shape) => Tensor.Of(
                    [.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(_ => (double)random.Next(-4, 5))],
                    dtype: dtype).Reshape(shape);
                var input = Whole([samples, channels, .. axes.Select(axis => axis.Input)]);
                var output = Whole([samples, features, .. axes.Select(axis => axis.Output)]);
                var weight = Whole([features, channels / groups, .. kernel]);
                Tensor[] host = [input, output, weight];
                Tensor[] naive = [.. host.Select(x => x.To(NaiveBackend.Device))];
                naive[0].Backend.Convolve(role, naive[0].View, naive[1].View, naive[2].View, axes, groups);
                input.Backend.Convolve(role, input.View, output.View, weight.View, axes, groups);

                // Whole numbers, so that every order of adding gives the same.
                var expected = naive[(int)role].To(Device.Cpu);
                Assert.Equal(
                    expected.To(DType.Float64).ToArray<double>(), host[(int)role].To(DType.Float64).ToArray<double>());
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_weight_summed_in_parts_is_the_sum_of_each_sample_s(int groups)
    {
        const int Samples = 40, Channels = 6, Features = 18;
        var random = new Random(5);
        Tensor Whole(Shape shape) => Tensor.Of(
            [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (float)random.Next(-4, 5))]).Reshape(shape);
        SlidingAxis[] axes = [new(19, 19, 3, 1, 1, 1), new(25, 25, 3, 1, 1, 1)];
        var (input, output) = (Whole([Samples, Channels, 19, 25]), Whole([Samples, Features, 19, 25]));
        Tensor Weight(Tensor x, Tensor y)
        {
            var made = Tensor.Zeros(Features, Channels / groups, 3, 3);
            made.Backend.Convolve(ConvolutionRole.Weight, x.View, y.View, made.View, axes, groups);
            return made;
        }

        var expected = Tensor.Zeros(Features, Channels / groups, 3, 3);
        for (var i = 0; i < Samples; i++)
        {
            expected.Add_(Weight(input[i..(i + 1)], output[i..(i + 1)]));
        }

        Assert.Equal(expected.ToArray<float>(), Weight(input, output).ToArray<float>());
    }
}
