namespace NotebookGrad.Benchmarks.Tests;

public class TargetTests
{
    [Fact]
    public void The_processor_is_itself_and_has_its_own_table()
    {
        var target = Target.Parse("cpu");
        Assert.Equal((Device.Cpu, true, "cpu", null), (target.Device, target.IsHost, target.PeerName, target.Driver));
        Assert.Equal(Benchmarks.Cases.AllCases.OnProcessor, target.Cases);
    }

    [Fact]
    public void A_device_that_is_not_there_is_answered_with_those_that_are()
    {
        var problem = Assert.Throws<BenchmarkException>(() => Target.Parse("cuda:99"));
        Assert.StartsWith("--device cuda:99: Device.Parse: there is no cuda:99 here; there are cpu", problem.Message);
        Assert.All(Device.All, info => Assert.Contains(info.Name, problem.Message));
    }

    [Fact]
    public void PyTorch_knows_a_device_by_its_own_name()
    {
        Assert.Equal("cuda:1", At(new("cuda:1", DeviceKind.Cuda)).PeerName);
        Assert.Equal("cpu", At(new("opencl:0", DeviceKind.OpenCl, IsProcessor: true)).PeerName);
        Assert.Equal(
            "--peer torch: PyTorch has no OpenCL, and so does not work on opencl:0 (Some Card). Give a CUDA device to "
            + "--device, or leave --peer out.",
            Assert.Throws<BenchmarkException>(() => At(new("opencl:0", DeviceKind.OpenCl, "Some Card")).PeerName).Message);
    }

    [Fact]
    public void A_Python_without_PyTorch_is_named_with_the_reason()
    {
        var problem = Assert.Throws<BenchmarkException>(() => Peer.Python("cuda:0", "/no/python"));
        Assert.StartsWith(
            "There is no Python here whose PyTorch works on cuda:0 (/no/python: ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "or name another by --python. Without --peer only NotebookGrad is timed.", problem.Message,
            StringComparison.Ordinal);
    }

    private static Target At(DeviceInfo info) => new(Device.Cpu, info);
}
