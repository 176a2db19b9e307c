using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class DeviceViewTests
{
    [Fact]
    public void A_device_tells_what_it_is_what_multiplies_there_and_what_tensors_take() => Assert.Equal(
        """
        cuda:0: NVIDIA H200 · 139.8 GiB
        Matrices are multiplied by cuBLAS 12.4.5.
          held by the allocator  134,217,728
          taken by tensors        38,440,000
          taken at most          120,000,000
        """,
        new DeviceView(Machines.Card).ToText().Replace('\u00A0', ' '));

    [Fact]
    public void A_device_that_nobody_lists_and_that_does_not_tell_is_shown_all_the_same() => Assert.Equal(
        """
        mine: none of Device.All
        Matrices are multiplied by NotebookGrad.
        What its tensors take it does not tell.
        """,
        new DeviceView(new("mine", null, "NotebookGrad", null, null, null)).ToText());

    [Fact]
    public void The_processor_is_shown_as_it_stands()
    {
        var held = Tensor.Zeros(1 << 20);
        var text = Device.Cpu.ToText();
        Assert.StartsWith("cpu: ", text);
        Assert.Contains("Matrices are multiplied by NotebookGrad.\n  held by the allocator ", text);
        GC.KeepAlive(held);
    }
}
