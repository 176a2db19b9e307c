using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Devices;

/// <summary>What a device says of numbers out of range: what the processor says, but when values are read.</summary>
public abstract class FaultSuite : DeviceSuite
{
    private const string Note =
        "; a device says so only when values are read, so compute again what came after it";

    // Whoever reads next is told, so that these tests are alone on their device, one after another.
    private static readonly ConcurrentDictionary<Device, Device> Own = [];

    private static readonly Dictionary<string, Func<Device, Tensor>> Mistakes = new()
    {
        ["label"] = on => Functional.CrossEntropy(Ones(on, 3, 4), Whole(on, 1, 9, 0).Named("labels")),
        ["negative label"] = on => Functional.NllLoss(Ones(on, 3, 4).Named("scores"), Whole(on, 1, 2, -7)),
        ["label in an image"] = on => Functional.CrossEntropy(
            Ones(on, 1, 2, 2, 3).Named("scores"), Whole(on, 0, 1, 1, 0, 2, -100).Reshape(1, 2, 3)),
        ["label in a column"] = on => Functional.CrossEntropy(
            Ones(on, 2, 3), Whole(on, 0, 9, 3, 9).Reshape(2, 2)[.., 0].Named("column")),
        ["label of a margin"] = on => Functional.MultiMarginLoss(Ones(on, 3, 4), Whole(on, 1, 4, 0)),
        ["one-hot label"] = on => Functional.OneHot(Whole(on, 1, 3, 0).Named("labels"), 3),
        ["row"] = on => Functional.Embedding(Whole(on, 0, 5), Ones(on, 5, 2).Named("table")),
        ["negative row"] = on => Functional.Embedding(Whole(on, 0, -2).Named("rows"), Ones(on, 5, 2)),
        ["position"] = on => Ones(on, 2, 5).Named("x")[.., Whole(on, -5, 4, -6)],
        ["position in an empty axis"] = on => Ones(on, 0, 2)[Whole(on, 0)],
        ["place"] = on => Ones(on, 5).Take(Whole(on, 1, 7)),
        ["place to put"] = on => Ones(on, 2, 2).IndexPut([Whole(on, 1), Whole(on, 2)], Ones(on, 1)),
        ["gathered position"] = on => Ones(on, 5).Gather(0, Whole(on, 1, 7)),
        ["scattered position"] = on => Ones(on, 5).Scatter(0, Whole(on, 1, 5), 3),
        ["selected slice"] = on => Ones(on, 5, 2).IndexSelect(0, Whole(on, 1, -1)),
        ["divisor of a remainder"] = on => Whole(on, 5, 6).Remainder(Whole(on, 3, 0).Named("by")),
        ["divisor"] = on => Whole(on, 5, 6, -7).FloorDivide(Whole(on, 0)),
        ["divisor among truths"] = on => Whole(on, 5, 6).Fmod(Whole(on, 1, 0).To(DType.Bool)),
    };

    private protected FaultSuite(Device device)
        : base(Own.GetOrAdd(device, Accelerators.Alone))
    {
    }

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    private GpuBackend Backend => (GpuBackend)Device.Backend;

    [DeviceTheory]
    [MemberData(nameof(Names))]
    public void It_says_what_the_processor_says_when_values_are_read_and_goes_on(string name)
    {
        var expected = Assert.Throws<ArgumentException>(() => Mistakes[name](Device.Cpu)).Message;
        Tensor? made;
        using (Device.Strict())
        {
            made = Mistakes[name](Device);
        }

        Assert.Equal(expected + Note, Assert.Throws<DeviceFaultException>(() => made.Sum().Item<double>()).Message);
        Assert.Equal(6, Tensor.Of([1f, 2, 3]).Sum().Item<float>());
    }

    [DeviceFact]
    public void Numbers_in_range_and_ignored_labels_are_no_mistakes()
    {
        var scores = Tensor.Of(new[,] { { 0.5f, 1, -2 }, { 3, 0, 1 }, { 0, 0, 0 } });
        var (labels, padded) = (Whole(Device, 2, -100, 0), Whole(Device, 2, 7, 0));
        var expected = Functional.CrossEntropy(scores.Cpu(), labels.Cpu()).Item<float>();
        Assert.Equal(expected, Functional.CrossEntropy(scores, labels).Item<float>(), 1e-5f);
        Assert.Equal(expected, Functional.CrossEntropy(scores, padded, ignoreIndex: 7).Item<float>(), 1e-5f);
        Assert.Equal([1f, 3f], scores[Whole(Device, -3, 1), Whole(Device, 1, -3)].ToArray<float>());
        Assert.Equal([-1L, 2, 0], Whole(Device, -1, 5, 0).FloorDivide(Whole(Device, 3, 2, -1)).ToArray<long>());
        Assert.Equal([0L, 1, 0, 1, 0, 0], Functional.OneHot(Whole(Device, 1, 0), 3).Flatten().ToArray<long>());
    }

    [DeviceFact]
    public void What_the_processor_knows_it_says_at_once()
    {
        var x = Tensor.Arange(5);
        Assert.Contains(
            "position 7 is out of bounds for axis 0, which has length 5",
            Assert.Throws<ArgumentException>(() => x[Whole(Device.Cpu, 7)]).Message);
        Assert.Contains("has a 0", Assert.Throws<ArgumentException>(() => x % 0).Message);
        Assert.Equal([4L, 0], x[Whole(Device.Cpu, -1, 0)].ToArray<long>());
    }

    [DeviceFact]
    public void Of_several_mistakes_the_first_is_told_once()
    {
        _ = Functional.OneHot(Whole(Device, 8), 3);
        var second = Tensor.Arange(5).Gather(0, Whole(Device, 7));
        Assert.Contains("one_hot: label 8", Assert.Throws<DeviceFaultException>(() => second.ToArray<long>()).Message);
        Assert.Equal(5, Tensor.Arange(5).ToArray<long>().Length);
    }

    [DeviceFact]
    public void A_compiled_function_checks_in_each_call()
    {
        var table = Tensor.Of(new[,] { { 1f, 2 }, { 3, 4 }, { 5, 6 } }).Named("table");
        var f = Autograd.Compile((Tensor rows, Tensor by) => table[rows % by] * Functional.OneHot(rows, 3)[.., 1..]);
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal([0f, 0, 3, 0], f.Call(Whole(Device, 0, 1), Whole(Device, 2, 2)).Flatten().ToArray<float>());
        }

        Assert.Equal("one_hot: label 4 of a tensor [2] is no class; they are 0 to 2" + Note, Told([4, 1], [2, 2]));
        Assert.Equal(
            "index: table [3, 2] at [int64 [2]]: position 3 is out of bounds for axis 0, which has length 3" + Note,
            Told([1, 3], [9, 9]));
        Assert.StartsWith("remainder: a tensor [2] has a 0", Told([1, 1], [1, 0]));
        Assert.Equal([3f, 0, 0, 0], f.Call(Whole(Device, 1, 0), Whole(Device, 3, 3)).Flatten().ToArray<float>());
        Assert.True(f.Report.Replays >= 6);

        string Told(long[] rows, long[] by) => Assert.Throws<DeviceFaultException>(
            () => f.Call(Whole(Device, rows), Whole(Device, by)).ToArray<float>()).Message;
    }

    [DeviceFact]
    public void Threads_are_never_told_of_what_nobody_did_and_each_mistake_is_told_once()
    {
        const int Rounds = 40;
        var told = new ConcurrentBag<string>();
        void Read(Func<Tensor> work)
        {
            try
            {
                work().ToArray<long>();
            }
            catch (DeviceFaultException error)
            {
                told.Add(error.Message);
            }
        }

        // The device flows with the thread that uses it, and mistakes of one are read away before the next.
        var x = Tensor.Arange(5);
        Parallel.Invoke(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    Read(() => Functional.OneHot(Whole(Device, 100 + round), 3));
                }
            },
            () =>
            {
                for (var round = 0; round < 4 * Rounds; round++)
                {
                    Read(() => x.Gather(0, Whole(Device, round % 5)));
                }
            });
        Assert.Equal(
            Enumerable.Range(100, Rounds)
                .Select(label => $"one_hot: label {label} of a tensor [1] is no class; they are 0 to 2" + Note),
            told.Order());
    }

    [DeviceFact]
    public void A_place_counts_all_elements_however_many_launches_they_take()
    {
        // Seven axes of which none continues another.
        var numbers = Tensor.Arange(0, 128).Reshape(2, 2, 2, 2, 2, 2, 2).Permute(6, 4, 2, 0, 1, 3, 5);
        var expected = Array.IndexOf(numbers.Cpu().Flatten().ToArray<long>(), 77);
        Backend.Require(new(new(78, 77), (number, place) => $"{number} at {place}"), numbers.View);
        Assert.Equal(
            $"77 at {expected}" + Note, Assert.Throws<DeviceFaultException>(() => numbers.Sum().Item<long>()).Message);
    }

    [DeviceFact]
    public void What_is_found_after_very_many_operations_is_told_without_a_name()
    {
        Backend.Require(new(new(0, 3), (_, _) => "forgotten"), Whole(Device, 9).View);
        lock (Backend.Gate)
        {
            for (var i = 0; i < 1 << 15; i++)
            {
                Backend.Faults.Watch((_, _) => "another");
            }
        }

        var error = Assert.Throws<DeviceFaultException>(() => Tensor.Arange(5).ToArray<long>());
        Assert.Equal(
            "a whole number, 9, was out of range in an operation that 32,768 others followed" + Note, error.Message);
        Assert.Contains("one_hot: label 8", Assert.Throws<DeviceFaultException>(
            () => Functional.OneHot(Whole(Device, 8), 3).ToArray<long>()).Message);
    }

    [DeviceFact]
    public void What_may_have_to_be_told_keeps_no_tensors()
    {
        var (labels, index, divisor) = Watched();
        for (var round = 0; round < 10 && (labels.IsAlive || index.IsAlive || divisor.IsAlive); round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(labels.IsAlive || index.IsAlive || divisor.IsAlive);
        Assert.StartsWith(
            "cross_entropy: label 9 at [0] of labels [2] is no class: scores [2, 3] has 3 classes",
            Assert.Throws<DeviceFaultException>(() => Tensor.Arange(5).ToArray<long>()).Message);
    }

    // A method of its own, so that nothing of the tensors is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Labels, WeakReference Index, WeakReference Divisor) Watched()
    {
        var (labels, index, divisor) = (Whole(Device, 9, 1).Named("labels"), Whole(Device, 0, 1), Whole(Device, 2, 3));
        var scores = Ones(Device, 2, 3).Named("scores");
        _ = Functional.CrossEntropy(scores, labels) + scores[index].Sum() + (index % divisor).Sum();
        return (new(labels.Storage), new(index.Storage), new(divisor.Storage));
    }

    private static Tensor Ones(Device device, params int[] shape) => Tensor.Ones(shape, device: device);

    private static Tensor Whole(Device device, params long[] values) => Tensor.Of(values, device: device);
}
