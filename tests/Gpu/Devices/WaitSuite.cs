using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Devices;

/// <summary>Nobody waits for a device but who reads.</summary>
public abstract class WaitSuite : DeviceSuite
{
    private protected WaitSuite(Device device)
        : base(Accelerators.Alone(device))
    {
    }

    private GpuBackend Backend => (GpuBackend)Device.Backend;

    [DeviceTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_of_training_with_labels_rows_and_positions_waits_for_nothing(bool isCompiled)
    {
        var table = Tensor.Rand([6, 3], requiresGrad: true);
        var optimizer = new Adam([table], 0.01);
        Tensor Step(Tensor rows, Tensor labels)
        {
            optimizer.ZeroGrad();
            var scores = Functional.Embedding(rows, table, paddingIdx: 0) * table[labels];
            scores = scores / (rows % (labels + 3) + 1).Unsqueeze(1);
            var loss = Functional.CrossEntropy(scores, labels) + (scores * Functional.OneHot(labels, 3)).Mean();
            loss.Backward();
            optimizer.Step();
            return loss.Detach();
        }

        Func<Tensor, Tensor, Tensor> step = Step;
        step = isCompiled ? Autograd.Compile(step).Call : step;
        Tensor loss = 0f;
        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                loss = step(Tensor.Of([1L, 5, 0, i % 6]), Tensor.Of([0L, -100, i % 3, 2]).Maximum(0));
            }
        }

        using var strict = Device.Strict();
        Steps(4);
        var waits = Backend.Waits;
        Steps(20);
        Assert.Equal(0, Backend.Waits - waits);
        Assert.True(float.IsFinite(loss.Item<float>()));
        Assert.Equal(1, Backend.Waits - waits);
    }

    [DeviceFact]
    public void Steps_that_nobody_reads_hold_no_memory()
    {
        var table = Tensor.Rand([6, 3], requiresGrad: true);
        var labels = Tensor.Of([0L, 1, 2]);
        long HeldAfter(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                table.Grad = null;
                Functional.CrossEntropy(table[Tensor.Of([0L, -1, i % 6])], labels).Backward();
            }

            Memory.Of(Device).EmptyCache();
            return Backend.Allocated;
        }

        var held = HeldAfter(50);
        Assert.InRange(HeldAfter(300), 1, held);
        Assert.True(float.IsFinite(table.Grad!.Sum().Item<float>()));
    }
}
