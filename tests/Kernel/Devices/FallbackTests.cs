using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class FallbackTests
{
    [Fact]
    public void Work_of_the_processor_for_a_device_is_counted_by_operation()
    {
        var device = new Device(new NaiveBackend("counted"));
        var x = Tensor.Eye(3, device: device) * 2;
        _ = Linalg.Inv(x);
        _ = Linalg.Inv(x);
        _ = Linalg.Solve(x, x);
        _ = Linalg.Svd(x.To(DType.Float64)).S;
        FallbackEntry[] mine = [.. Device.Fallbacks.Entries.Where(entry => entry.Device == "counted")];
        Assert.Equal(
            [new("linalg.inv", "counted", 2, 72), new("linalg.solve", "counted", 1, 72), new("linalg.svd", "counted", 1, 72)], mine);
        var report = new FallbackReport(mine);
        Assert.Equal((4, 216), (report.Times, report.Bytes));
        Assert.Equal(
            "fallbacks: 4 times, 216 bytes\nlinalg.inv on counted: 2 times by the processor, 72 bytes\n"
            + "linalg.solve on counted: 1 times by the processor, 72 bytes\n"
            + "linalg.svd on counted: 1 times by the processor, 72 bytes",
            report.ToString());
        Assert.Equal("fallbacks: none", new FallbackReport([]).ToString());
    }

    [Fact]
    public void The_processor_itself_is_never_counted()
    {
        using (Device.Strict())
        {
            Assert.Equal(0.125f, Linalg.Det(Tensor.Eye(3) * 0.5).Item<float>());
        }

        Assert.DoesNotContain(Device.Fallbacks.Entries, entry => entry.Device == "cpu");
    }

    [Fact]
    public void Strict_refuses_and_names_the_remedy()
    {
        var x = Tensor.Eye(3, device: NaiveBackend.Device).Named("x");
        using (Device.Strict())
        {
            Assert.Equal(
                "linalg.cholesky: x [3, 3] is on naive, which cannot do this, and Device.Strict forbids the processor to "
                + "do it; bring it there with .To(Device.Cpu), and the result back",
                Assert.Throws<InvalidOperationException>(() => Linalg.Cholesky(x)).Message);
            Assert.Equal(3f, Linalg.Cholesky(x.To(Device.Cpu)).To(x.Device).Sum().Item<float>());
        }

        Assert.Equal(3f, Linalg.Cholesky(x).Sum().Item<float>());
    }

    [Fact]
    public async Task Strictness_flows_with_await_and_ends_with_its_scope()
    {
        var x = Tensor.Eye(2, device: NaiveBackend.Device);
        using (Device.Strict())
        {
            await Task.Yield();
            Assert.Throws<InvalidOperationException>(() => Linalg.Inv(x));
        }

        Assert.Equal(2f, Linalg.Inv(x).Sum().Item<float>());
    }

    [Fact]
    public void Positions_masks_and_labels_stay_on_their_device_but_for_some_numbers()
    {
        var backend = new NaiveBackend();
        var device = new Device(backend);
        var x = Tensor.Arange(0f, 600).Reshape(200, 3).To(device);
        var labels = Tensor.Arange(0, 200, device: device).Remainder(3);
        using (Device.Strict())
        {
            var read = backend.BytesRead;
            var picked = x[x > 300];
            var loss = Functional.CrossEntropy(x, labels);
            var rows = Functional.Embedding(labels, x);
            var hot = Functional.OneHot(labels);
            var distinct = labels.Unique();
            var places = (x > 590).Nonzero();
            var repeated = x.RepeatInterleave(labels, 0);
            Assert.Equal(x.Shape.Count - 301, picked.Shape[0]);
            Assert.Equal(199, repeated.Shape[0]);
            Assert.InRange(backend.BytesRead - read, 1, 200);
            Assert.Equal([0L, 1, 2], distinct.Values.Cpu().ToArray<long>());
            Assert.Equal([197L, 0, 197, 1, 197, 2, 198, 0, 198, 1, 198, 2, 199, 0, 199, 1, 199, 2], places.Cpu().ToArray<long>()[^18..]);
            Assert.Equal((device, device, device), (loss.Device, rows.Device, hot.Device));
        }
    }
}
