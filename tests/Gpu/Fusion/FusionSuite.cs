using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Fusion;

/// <summary>Compiled functions beside the same functions on the processor.</summary>
public abstract class FusionSuite : DeviceSuite
{
    private const double Tolerance = 4e-6;

    private static readonly Func<Tensor, Tensor, Tensor>[] Functions =
    [
        (x, y) => ((((x * 2) + 1).Tanh() * x) - 0.5f).Relu() + (y.Sigmoid() * 3),
        (x, y) => Tensor.Where(x > y, Functional.Gelu(x), x.Exp() - 1) + x.To(DType.Float64).Sin().To(DType.Float32),
        (x, y) => Functional.Elu(x, 0.7) * Functional.LeakyRelu(x, 0.3) * Functional.Elu(y, 0.2),
        (x, y) => ((x.T * 2) + x.T).Exp().T * 0.5f / (y.Abs() + 1),
        (x, y) => ((x * y).Softmax(1) * 3) + (x * x).Sum(1, keepDim: true),
        (x, y) => ((x[(x.Shape[0] / 3)..] * 2) + y).Square() - 1,
        (x, y) => (x.Maximum(y) * x.Clamp(-1, 1)) + (((x > 0) & (y > 0)).To(DType.Int64) * 3).To(DType.Float32),
        (x, y) => (x / (y - y)) + (y * float.NegativeInfinity).Minimum(x),
    ];

    private static readonly int[][] Shapes = [[33, 7], [1, 1], [4, 1], [0, 3], [6, 64]];

    private protected FusionSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Functions.Length)];

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_function_has_the_processors_values_and_gradients(int number) => Assert.All(Shapes, shape =>
    {
        var function = Functions[number];
        var (x, y) = (Leaf(Device.Cpu, shape), Leaf(Device.Cpu, shape[1]));
        var (ownX, ownY) = (Leaf(Device, shape), Leaf(Device, shape[1]));
        var compiled = Autograd.Compile((Tensor one) => function(one, ownY));
        for (var call = 0; call < 3; call++)
        {
            (x.Grad, y.Grad, ownX.Grad, ownY.Grad) = (null, null, null, null);
            var (expected, actual) = (function(x, y), compiled.Call(ownX));
            Assert.Equal(Device, actual.Device);
            AssertNear(expected, actual);
            expected.Backward(Tensor.OnesLike(expected.Detach()));
            actual.Backward(Tensor.OnesLike(actual.Detach()));
            AssertNear(x.Grad, ownX.Grad);
            AssertNear(y.Grad, ownY.Grad);
        }

        Assert.Equal(1, compiled.Report.Replays);
    });

    private static void AssertNear(Tensor? expected, Tensor? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is null || actual is null)
        {
            return;
        }

        Assert.Equal(expected.Shape, actual.Shape);
        foreach (var (known, found) in expected.Detach().ToArray<float>().Zip(actual.Detach().ToArray<float>()))
        {
            Assert.True(
                known.Equals(found) || Math.Abs(known - found) <= Tolerance * Math.Max(1, Math.Abs(known)),
                $"{found} is not {known}");
        }
    }

    private static Tensor Leaf(Device device, params int[] shape)
    {
        var count = shape.Aggregate(1, (product, length) => product * length);
        var numbers = Enumerable.Range(0, count).Select(i => MathF.Sin(i + 1) * 2).ToArray();
        return Tensor.Of(numbers, device: device).Reshape(shape).Clone().Detach().RequiresGrad_();
    }
}

/// <summary>On ILGPU's own accelerator.</summary>
public class SimulatedFusionTests() : FusionSuite(Accelerators.Simulated);

/// <summary>On the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClFusionTests() : FusionSuite(Accelerators.OpenCl);

/// <summary>On the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaFusionTests() : FusionSuite(Accelerators.Cuda);
