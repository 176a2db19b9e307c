using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Matrices;

/// <summary>Products of small whole numbers of any sizes and layouts, held against exact ones.</summary>
public abstract class ExactProductSuite : DeviceSuite
{
    private const int Cases = 16;

    private protected ExactProductSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases)];

    public static TheoryData<int> FewNumbers => [.. Enumerable.Range(Cases, Cases / 4)];

    private protected GpuBackend Backend => (GpuBackend)Device.Backend;

    private protected void AssertExact<T>(
        int number, DType dtype, int mostBatches, Action<View, View, View, TiledSizes> multiply)
        where T : unmanaged
    {
        var random = new Random(number);
        var (rows, columns, depth) = (Length(random), Length(random), Length(random));
        var batches = random.Next(1, mostBatches + 1);
        var a = new Operand(random, batches, rows, depth, false);
        var b = new Operand(random, batches, depth, columns, false);
        var c = new Operand(random, batches, rows, columns, true);
        var (to, accumulate) = (c.On(Device, dtype), random.Next(2) == 0);
        multiply(
            a.On(Device, dtype), b.On(Device, dtype), to, new TiledSizes(c.Layout, depth, 1, depth, 0, accumulate));
        AssertProduct<T>(a, b, c, to, accumulate);
    }

    // Whatever lies between the elements of c stays.
    private protected static void AssertProduct<T>(Operand a, Operand b, Operand c, View actual, bool accumulate)
        where T : unmanaged
    {
        for (var batch = 0; batch < c.Layout.Shape[0]; batch++)
        {
            for (var row = 0; row < c.Layout.Shape[1]; row++)
            {
                for (var column = 0; column < c.Layout.Shape[2]; column++)
                {
                    var sum = accumulate ? c.At(batch, row, column) : 0;
                    for (var k = 0; k < a.Layout.Shape[2]; k++)
                    {
                        sum += a.At(batch, row, k) * b.At(batch, k, column);
                    }

                    c.At(batch, row, column) = sum;
                }
            }
        }

        var found = new T[c.Block.Length];
        var all = Layout.Contiguous(new Shape([found.Length]));
        ((GpuBackend)actual.Storage.Maker).Read(new View(actual.Storage, all), found.AsSpan());
        Assert.Equal(c.Block.ToArray(), found.Select(value => Convert.ToDouble(value)));
    }

    // Around what a step, a four and a tile hold.
    private static int Length(Random random) => random.Next(8) switch
    {
        0 or 1 or 2 => random.Next(1, 10),
        3 or 4 or 5 => random.Next(14, 19),
        6 => random.Next(60, 70),
        _ => random.Next(126, 131),
    };
}
