namespace NotebookGrad.Tests.Backends.Host.Pooling;

public class WindowMaximaTests
{
    private const int Planes = 2;
    private const int Height = 5;

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void The_first_greatest_is_found_on_lines_of_any_width(DType dtype)
    {
        foreach (var width in Enumerable.Range(14, 30))
        {
            foreach (var (size, stride, padding) in new[] { (1, 2, 0), (2, 2, 0), (2, 2, 1), (3, 2, 1), (2, 1, 0) })
            {
                // Many are equal; 0 and −0 are, too.
                var number = Tensor.Arange(Planes * Height * width);
                var x = (((number * 37) % 5) - 2).To(dtype) * (1 - (2 * (number % 2)));
                AssertFound(x.Reshape(Planes, Height, width), size, stride, padding);
            }
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Not_a_number_is_greatest_wherever_it_stands(DType dtype)
    {
        foreach (var width in new[] { 20, 21, 40 })
        {
            for (var place = 0; place < Planes * Height * width; place++)
            {
                var x = Tensor.Full([Planes * Height * width], double.NegativeInfinity, dtype: dtype);
                x[place] = double.NaN;
                AssertFound(x.Reshape(Planes, Height, width), size: 2, stride: 2, padding: 0);
            }
        }
    }

    private static void AssertFound(Tensor x, int size, int stride, int padding)
    {
        var (greatest, positions) = Functional.MaxPool2dWithIndices(x, size, stride, padding);
        var (values, found) = (Values(x), positions.ToArray<long>());
        Assert.Equal(found.Select(Value), Values(greatest));
        var (rows, columns, width) = (positions.Shape[1], positions.Shape[2], x.Shape[2]);
        for (var i = 0; i < found.Length; i++)
        {
            var (top, left) = ((i / columns % rows * stride) - padding, (i % columns * stride) - padding);
            Assert.Equal(First(values.AsSpan(i / columns / rows * Height * width, Height * width), top, left), found[i]);
        }

        double Value(long position, int window) =>
            values[(window / (positions.Shape[1] * positions.Shape[2]) * Height * x.Shape[2]) + position];

        long First(ReadOnlySpan<double> plane, int top, int left)
        {
            var best = -1;
            for (var row = Math.Max(0, top); row < Math.Min(Height, top + size); row++)
            {
                for (var column = Math.Max(0, left); column < Math.Min(width, left + size); column++)
                {
                    var comes = plane[(row * width) + column];
                    best = best < 0 || comes > plane[best] || double.IsNaN(comes) ? (row * width) + column : best;
                }
            }

            return best;
        }
    }

    private static double[] Values(Tensor x) => x.To(DType.Float64).ToArray<double>();
}
