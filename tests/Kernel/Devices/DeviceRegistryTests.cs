using System.Reflection;
using NotebookGrad.Backends;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class DeviceRegistryTests
{
    private static readonly DeviceInfo First = new("cuda:0", DeviceKind.Cuda, "Card", 8L << 30, 6L << 30);
    private static readonly DeviceInfo Old = new("cuda:1", DeviceKind.Cuda, "Old", 1L << 30, null, "it is too old");
    private static readonly DeviceInfo Other = new("opencl:0", DeviceKind.OpenCl);

    [Fact]
    public void All_tells_every_device_the_processor_first_and_why_some_are_refused()
    {
        var all = Over(new Fake(First, Old)).All;
        Assert.Equal(["cpu", "cuda:0", "cuda:1"], all.Select(info => info.Name));
        Assert.True(all[0].TotalMemory > 0 && all[0].IsUsable);
        Assert.Equal("cuda:0 (Card, 8.0 GiB, 6.0 GiB free)", all[1].ToString());
        Assert.Equal("cuda:1 (Old, 1.0 GiB): it is too old", all[2].ToString());
        Assert.Equal("opencl:0", Other.ToString());
        Assert.Null(all.Lack);
    }

    [Fact]
    public void The_list_tells_why_nothing_looked_for_graphics_processors()
    {
        var all = new DeviceRegistry(() => ([], "it is not at hand; get it")).All;
        Assert.Equal(("cpu", "it is not at hand; get it"), (Assert.Single(all).Name, all.Lack));
        Assert.Equal($"{all[0]}\nit is not at hand; get it", all.ToString());
        Assert.Equal([all[0]], all.Snapshot().Devices);
        Assert.Equal(all.Lack, all.Snapshot().Lack);
    }

    [Fact]
    public void What_is_known_of_a_device_is_found_by_its_name()
    {
        var registry = Over(new Fake(First, Old));
        Assert.Equal(First, registry.Info(new Device(new NaiveBackend("cuda:0"))));
        Assert.Equal("cpu", registry.Info(Device.Cpu)?.Name);
        Assert.Null(registry.Info(NaiveBackend.Device));
    }

    [Fact]
    public void A_snapshot_of_a_device_tells_what_its_tensors_take_where_it_tells()
    {
        var held = Tensor.Zeros(1 << 20);
        var cpu = Device.Cpu.Snapshot();
        Assert.Equal(("cpu", DeviceKind.Cpu, "NotebookGrad"), (cpu.Name, cpu.Info?.Kind, cpu.MatMulLibrary));
        Assert.True(cpu.MemoryAllocated >= 4 << 20 && cpu.MemoryReserved >= cpu.MemoryAllocated);
        Assert.Equal(new("naive", null, "NotebookGrad", null, null, null), NaiveBackend.Device.Snapshot());
        GC.KeepAlive(held);
    }

    [Fact]
    public void Graphics_processors_are_counted_without_the_refused_and_opened_once()
    {
        var fake = new Fake(Old, First, Other);
        var registry = Over(fake);
        Assert.Equal(registry.Gpu(0), registry.Gpu(0));
        Assert.NotEqual(registry.Gpu(0), registry.Gpu(1));
        Assert.Equal(registry.Gpu(1), registry.Parse("opencl:0"));
        Assert.Equal(registry.Gpu(0), registry.Parse("gpu"));
        Assert.Equal(registry.Gpu(0), registry.Parse("cuda"));
        Assert.Equal(Device.Cpu, registry.Parse("cpu"));
        Assert.Equal(["cuda:0", "opencl:0"], fake.Opened);
    }

    [Fact]
    public void What_is_not_there_is_refused_with_what_is()
    {
        Says<ArgumentOutOfRangeException>(
            "Device.Gpu(2): there are 2, counted from 0: cuda:0 (Card, 8.0 GiB, 6.0 GiB free), opencl:0",
            () => Over(new Fake(First, Old, Other)).Gpu(2));
        Says<InvalidOperationException>(
            "Device.Gpu: there is no graphics processor to work on: cuda:1 (Old, 1.0 GiB): it is too old",
            () => Over(new Fake(Old)).Gpu(0));
        Says<ArgumentException>(
            "Device.Parse: there is no cuda:7 here; there are cpu, opencl:0", () => Over(new Fake(Other)).Parse("cuda:7"));
        Says<InvalidOperationException>(
            "Device.Parse: cuda:1 cannot be worked on: it is too old", () => Over(new Fake(Old)).Parse("cuda:1"));
        Says<InvalidOperationException>(
            "Device.Gpu: it is not at hand; get it", () => new DeviceRegistry(() => ([], "it is not at hand; get it")).Gpu(0));
        Says<ArgumentOutOfRangeException>(
            "Device.Gpu(-1): there are 1, counted from 0: opencl:0", () => Over(new Fake(Other)).Gpu(-1));
    }

    [Fact]
    public void The_best_device_is_a_graphics_processor_else_the_processor_which_is_said_once()
    {
        var said = new List<string>();
        var registry = Over(new Fake(First));
        Assert.Equal(registry.Gpu(0), registry.Best(said.Add));
        Assert.Empty(said);
        var without = Over(new Fake(Old));
        Assert.Equal((Device.Cpu, Device.Cpu), (without.Best(said.Add), without.Best(said.Add)));
        Assert.Equal(
            ["Device.Best is the processor: there is no graphics processor to work on: "
             + "cuda:1 (Old, 1.0 GiB): it is too old"],
            said);
    }

    [Fact]
    public void An_assembly_names_its_provider_and_has_one()
    {
        var found = Assert.Single(DeviceProviders.In([typeof(string).Assembly, new Package()]));
        Assert.Same(found, Assert.Single(DeviceProviders.In([new Package()])));
    }

    [Fact]
    public void Without_the_package_the_remedy_is_told() => Says<InvalidOperationException>(
        "Device.Gpu: NotebookGrad.Gpu is not at hand; put #r \"nuget: NotebookGrad.Gpu\" before", () => Device.Gpu());

    private static DeviceRegistry Over(Fake fake) => new(() => ([fake], null));

    private static void Says<T>(string message, Action action)
        where T : Exception => Assert.Equal(message, Assert.Throws<T>(action).Message.Split(" (Parameter")[0]);

    private sealed class Fake(params DeviceInfo[] infos) : IDeviceProvider
    {
        public Fake()
            : this([])
        {
        }

        public List<string> Opened { get; } = [];

        public IReadOnlyList<DeviceInfo> Probe() => infos;

        public IBackend Open(DeviceInfo device)
        {
            Opened.Add(device.Name);
            return new NaiveBackend();
        }
    }

    private sealed class Package : Assembly
    {
        public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
            new[] { new DeviceProviderAttribute(typeof(Fake)) };
    }
}
