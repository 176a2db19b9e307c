using System.Numerics;
using System.Runtime.CompilerServices;
using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Devices;

/// <summary>What a device on ILGPU promises beside the numbers.</summary>
public abstract class BackendSuite : DeviceSuite
{
    private protected BackendSuite(Device device)
        : base(device)
    {
    }

    private GpuBackend Backend => (GpuBackend)Device.Backend;

    [DeviceFact]
    public void A_training_loop_takes_no_more_memory_with_every_step()
    {
        var (w, x) = (Tensor.Randn(64, 64, requiresGrad: true), Tensor.Randn(32, 64));
        var optimizer = new Sgd([w], lr: 1e-3);
        void Steps(int count)
        {
            for (var step = 0; step < count; step++)
            {
                optimizer.ZeroGrad();
                x.MatMul(w).Tanh().Square().Mean().Backward();
                optimizer.Step();
            }
        }

        Steps(500);
        var before = Backend.Pool.Reserved;
        Steps(Effort.IsPartial ? 1_000 : 10_000);
        Assert.InRange(Backend.Pool.Reserved, 1, before + (64L << 20));
        Assert.True(double.IsFinite(w.Detach().Sum().Item<double>()));
    }

    [DeviceFact]
    public void Where_there_is_no_room_the_error_says_what_takes_it_and_work_goes_on()
    {
        Memory.Of(Device).EmptyCache();
        var kept = Tensor.Zeros(1 << 20).Named("kept");
        Backend.Pool.Limit = Backend.Pool.Reserved + (8L << 20);
        try
        {
            var error = Assert.Throws<OutOfMemoryException>(() => Tensor.Zeros(1 << 24));
            Assert.StartsWith(
                $"{Device.Name}: there is no room for 64.0 MiB (16,777,216 elements of float32)", error.Message);
            Assert.Contains("4.0 MiB in kept [1048576]", error.Message);
            var (column, row) = (Tensor.Ones(1 << 12, 1).Named("column"), Tensor.Ones(1 << 12).Named("row"));
            Assert.StartsWith(
                $"mul(column [4096, 1], row [4096]): {Device.Name}: there is no room for 64.0 MiB",
                Assert.Throws<OutOfMemoryException>(() => column * row).Message);
            Assert.Equal(3.0, (Tensor.Ones(3) + kept[..3]).Sum().Item<float>());
        }
        finally
        {
            Backend.Pool.Limit = long.MaxValue;
        }

        Assert.Equal(1 << 24, Tensor.Zeros(1 << 24).Count);
        GC.KeepAlive(kept);
    }

    [DeviceFact]
    public void What_waits_in_the_cache_makes_room_before_there_is_an_error()
    {
        Memory.Of(Device).EmptyCache();
        Backend.Pool.Limit = Backend.Pool.Reserved + (24L << 20);
        try
        {
            // Of other sizes, so that no block that waits fits: only by handing back is there room.
            for (var size = 4 << 20; size < 6 << 20; size += 1 << 19)
            {
                Assert.Equal(1f, FirstOf(size));
            }
        }
        finally
        {
            Backend.Pool.Limit = long.MaxValue;
        }
    }

    [DeviceFact]
    public void A_kernel_that_does_not_compile_leaves_the_device_working()
    {
        var launcher = new Launcher<Action<ILGPU.Runtime.AcceleratorStream, ILGPU.KernelConfig, int>>(NotForDevices);
        lock (Backend.Gate)
        {
            var error = Assert.Throws<InvalidOperationException>(() => launcher.On(Backend));
            Assert.Contains("does not compile", error.Message);
            Assert.Contains("the device goes on working", error.Message);
        }


        Assert.Equal(6f, Tensor.Of([1f, 2f, 3f]).Sum().Item<float>());
        Assert.Equal(0.5, Tensor.Of([0.5f]).Asin().Sin().Item<float>(), 1e-6);
    }

    [DeviceFact]
    public void The_same_seed_gives_the_numbers_of_the_processor()
    {
        (Tensor, Tensor, Tensor, Tensor) Draw(Device device)
        {
            Tensor.Seed(7);
            return (
                Tensor.Rand(1001, device: device), Tensor.Randn([7, 11], dtype: DType.Float64, device: device),
                Tensor.RandInt(-9, 100, [33], device: device),
                Functional.Dropout(Tensor.Ones(1, 257, device: device), 0.5));
        }

        var (mine, processor) = (Draw(Device), Draw(Device.Cpu));
        Assert.Equal(processor.Item1.ToArray<float>(), mine.Item1.ToArray<float>());
        Assert.All(
            processor.Item2.ToArray<double>().Zip(mine.Item2.ToArray<double>()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.Equal(processor.Item3.ToArray<long>(), mine.Item3.ToArray<long>());
        Assert.Equal(processor.Item4.ToArray<float>(), mine.Item4.ToArray<float>());
    }

    [DeviceFact]
    public void A_new_kernel_needs_nothing_of_the_backend()
    {
        var (x, y) = (Tensor.Linspace(-2, 2, 37), Tensor.Zeros(37));
        Device.Backend.MapReal(new Witch(0.5), x.View, y.View);
        Assert.All(
            x.ToArray<float>().Zip(y.ToArray<float>()),
            pair => Assert.Equal(0.125f / ((pair.First * pair.First) + 0.25f), pair.Second, 1e-6f));
    }

    [DeviceFact]
    public void Threads_that_work_at_once_get_what_they_get_alone()
    {
        var x = Tensor.Randn(16, 16);
        double Work(int number) => x.MatMul(x * number).Softmax(1).Cos().Sum().Item<double>();
        var alone = Enumerable.Range(1, 8).Select(Work).ToArray();
        Parallel.For(0, 40, round => Assert.Equal(alone[round % 8], Work(1 + (round % 8)), 1e-4));
    }

    // A method of its own, so that nothing of the tensor is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float FirstOf(int size) => Tensor.Ones(size)[0].Item<float>();

    private static void NotForDevices(int number) => Console.WriteLine(number);

    // The witch of Agnesi, which no operation has.
    internal readonly struct Witch(double radius) : IRealUnaryKernel<Witch>
    {
        public T Invoke<T>(T x)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var a = T.CreateTruncating(radius);
            return a * a * a / ((x * x) + (a * a));
        }
    }
}
