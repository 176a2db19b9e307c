using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Kernels;

/// <summary>Steps of optimisers over more parameters than one launch takes.</summary>
public abstract class UpdatingSuite : DeviceSuite
{
    // Most launches have room for 32; the lengths are such that places within and across groups differ, and some none.
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 43).Select(i => i * i % 23 * (i % 5))];

    private protected UpdatingSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    private static Dictionary<string, Func<IEnumerable<Tensor>, Optimizer>> Optimizers { get; } = new()
    {
        ["no state"] = all => new Sgd(all, lr: 0.1),
        ["one state"] = all => new Sgd(all, lr: 0.1, momentum: 0.9),
        ["two states"] = all => new Adam(all, lr: 0.01),
        ["three states"] = all => new Adam(all, lr: 0.01, amsgrad: true),
        ["numbers of each parameter's own"] = all => new NAdam(all, lr: 0.01),
    };

    [DeviceTheory]
    [MemberData(nameof(Names))]
    public void Many_parameters_change_as_each_does_on_the_processor(string name)
    {
        var expected = After(Device.Cpu, Optimizers[name]);
        Assert.All(After(Device, Optimizers[name]).Index(), one =>
        {
            Assert.Equal(expected[one.Index].Length, one.Item.Length);
            Assert.All(one.Item.Zip(expected[one.Index]), pair =>
                Assert.InRange(pair.First, pair.Second - 2e-6f, pair.Second + 2e-6f));
        });
    }

    // Some parameters get a gradient at every other step only, and are then at another step than those beside them.
    private static float[][] After(Device device, Func<IEnumerable<Tensor>, Optimizer> make)
    {
        using var scope = device.Use();
        Tensor[] parameters = [.. Lengths.Select((length, i) =>
            ((Tensor.Arange(length) * 0.7f) + i).Sin().RequiresGrad_())];
        var optimizer = make(parameters);
        for (var step = 0; step < 4; step++)
        {
            foreach (var (i, parameter) in parameters.Index())
            {
                parameter.Grad = i % 11 == 3 && step % 2 == 0 ? null : (parameter.Detach() * (step + 1)).Cos();
            }

            optimizer.Step();
        }

        return Array.ConvertAll(parameters, parameter => parameter.Detach().ToArray<float>());
    }
}
