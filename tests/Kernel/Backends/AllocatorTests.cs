using System.Runtime.CompilerServices;

namespace NotebookGrad.Tests.Backends;

/// <summary>What the allocator says it has lent is what the tensors of a program take, byte by byte.</summary>
[Collection(Alone.Name)]
public class AllocatorTests
{
    private const int Count = 10_007;

    // Of each the ledger of the result knows all large blocks.
    private static readonly Dictionary<string, Func<Tensor>> Programs = new()
    {
        ["a leaf"] = () => Tensor.Ones([Count]),
        ["a chain"] = () => Chain(10),
        ["views that share"] = () => Chain(3)[1..].Reshape(2, (Count - 1) / 2).T,
        ["float64"] = () => (Tensor.Ones([Count], requiresGrad: true, dtype: DType.Float64) * 3).Exp(),
        ["a product"] = () => Tensor.Ones([150, 90], requiresGrad: true).MatMul(Tensor.Ones([90, 120])).Tanh(),
        ["a graph retained"] = () => Differentiated(retainGraph: true),
        ["a graph freed"] = () => Differentiated(retainGraph: false),
    };

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ledger_and_the_allocator_agree(string name)
    {
        Memory.EmptyCache();
        var before = Memory.MemoryAllocated;
        var result = Programs[name]();
        Memory.EmptyCache();

        var large = Memory.Ledger(result).Entries.Where(entry => entry.Shape.Count >= 8192).ToArray();
        Assert.NotEmpty(large);
        Assert.Equal(large.Sum(entry => entry.Bytes), Memory.MemoryAllocated - before);
        GC.KeepAlive(result);
    }

    [Fact]
    public void What_dies_waits_until_the_cache_is_emptied()
    {
        Memory.EmptyCache();
        var (allocated, reserved) = (Memory.MemoryAllocated, Memory.MemoryReserved);
        Use();
        Assert.InRange(Memory.MemoryReserved - reserved, Count * sizeof(float), Count * sizeof(float) * 3 / 2);

        Memory.EmptyCache();
        Assert.Equal(allocated, Memory.MemoryAllocated);
        Assert.Equal(reserved, Memory.MemoryReserved);
    }

    [Fact]
    public void The_peak_is_the_most_that_was_lent_at_once()
    {
        Memory.EmptyCache();
        Memory.ResetPeakMemoryStats();
        var before = Memory.MemoryAllocated;
        Assert.Equal(before, Memory.MaxMemoryAllocated);

        var living = Enumerable.Range(0, 5).Select(_ => Tensor.Ones([Count])).ToArray();
        Assert.Equal(5 * Count * sizeof(float), Memory.MaxMemoryAllocated - before);
        GC.KeepAlive(living);
        living = null;
        Memory.EmptyCache();
        Assert.Equal(5 * Count * sizeof(float), Memory.MaxMemoryAllocated - before);

        Memory.ResetPeakMemoryStats();
        Assert.Equal(Memory.MemoryAllocated, Memory.MaxMemoryAllocated);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use() => Assert.Equal(1, Tensor.Ones([Count])[5].Item<float>());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Chain(int length)
    {
        var y = Tensor.Ones([Count], requiresGrad: true);
        for (var i = 0; i < length; i++)
        {
            y = y.Tanh();
        }

        return y;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Differentiated(bool retainGraph)
    {
        var y = Chain(4) * 2;
        y.Backward(gradient: Tensor.Ones([Count]), retainGraph: retainGraph);
        return y;
    }
}
