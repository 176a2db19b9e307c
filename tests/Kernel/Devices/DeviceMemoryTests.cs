using NotebookGrad.Inspection;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class DeviceMemoryTests
{
    [Fact]
    public void The_processor_tells_of_its_memory_by_either_way()
    {
        var kept = Tensor.Zeros([1_000_000]);
        var memory = Memory.Of(Device.Cpu);
        Assert.True(memory.MemoryAllocated >= 4_000_000);
        Assert.True(memory.MaxMemoryAllocated >= 4_000_000);
        Assert.True(memory.MemoryReserved >= 4_000_000);
        Assert.Contains("bytes allocated", memory.ToString());
        GC.KeepAlive(kept);
    }

    [Fact]
    public void A_device_that_does_not_tell_says_so() => Assert.Equal(
        "memory: naive does not tell what it has; Memory tells of cpu",
        Assert.Throws<InvalidOperationException>(() => Memory.Of(NaiveBackend.Device)).Message);

    [Fact]
    public void A_ledger_tells_where_blocks_lie_and_counts_devices_apart()
    {
        var x = Tensor.Ones([10], requiresGrad: true);
        var ledger = Memory.Ledger(x.To(NaiveBackend.Device).Square().Sum());
        Assert.Equal("cpu", ledger.Entries.Single(entry => entry.Bytes == 40 && entry.Id == x.Identity).Device);
        Assert.Equal(40, ledger.BytesOn("cpu"));
        Assert.Equal(ledger.TotalBytes, ledger.BytesOn("cpu") + ledger.BytesOn("naive"));
        Assert.True(ledger.BytesOn("naive") >= 40);
    }
}
