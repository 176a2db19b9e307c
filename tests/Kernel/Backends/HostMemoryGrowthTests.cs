namespace NotebookGrad.Tests.Backends;

/// <summary>A program that keeps nothing takes no more memory, however long it runs.</summary>
[Collection(Alone.Name)]
public class HostMemoryGrowthTests
{
    private const long Block = 4_000_000;

    [Fact]
    public void A_loop_over_large_tensors_soon_takes_no_fresh_memory()
    {
        var x = Tensor.Ones([(int)Block / sizeof(float)]);
        Add(1_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Add(1_000); // 4 GB in all
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 4 * Block);

        void Add(int times)
        {
            for (var i = 0; i < times; i++)
            {
                _ = x + 1f;
            }
        }
    }
}
