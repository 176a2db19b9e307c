using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class DeviceListViewTests
{
    [Fact]
    public void Every_device_tells_its_memory_and_what_it_is_or_why_it_is_refused() => Assert.Equal(
        """
        devices: 3 can be worked on · 1 refused
          cpu       128.0 GiB, 96.0 free  X64, 16 cores
          cuda:0    139.8 GiB             NVIDIA H200
          cuda:1    11.0 GiB              NVIDIA GeForce GTX 1080 Ti; refused: ILGPU does not know this architecture, or the driver is older than it
          opencl:0  126.0 GiB             cpu-skylake-avx512-AMD EPYC 9654 96-Core Processor; the processor itself, never Device.Best
        """,
        Text(new DeviceListView(Machines.Several)));

    [Fact]
    public void Where_nothing_looked_for_graphics_processors_the_remedy_is_told() => Assert.Equal(
        """
        devices: 1 can be worked on
          cpu  128.0 GiB, 96.0 free  X64, 16 cores
        No graphics processor was looked for: NotebookGrad.Gpu is not at hand; put #r "nuget: NotebookGrad.Gpu" before.
        """,
        Text(new DeviceListView(Machines.Lone)));

    [Fact]
    public void The_devices_of_this_machine_are_shown_as_they_are_found()
    {
        var text = Device.All.ToText();
        Assert.StartsWith("devices: ", text);
        Assert.All(Device.All, device => Assert.Contains(device.Name, text));
    }

    private static string Text(View view) => view.ToText().Replace('\u00A0', ' ');
}
