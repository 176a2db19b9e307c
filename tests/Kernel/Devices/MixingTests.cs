using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

/// <summary>Tensors of two devices in one operation: c and what begins so lies on the processor, g elsewhere.</summary>
public class MixingTests
{
    private static readonly Device There = NaiveBackend.Device;

    private static Tensor C => Tensor.Arange(0f, 12).Reshape(3, 4).Contiguous().Named("c");

    private static Tensor G => C.Detach().To(There).Named("g");

    private static Tensor CMask => (C > 5).Named("cm");

    private static Tensor GMask => (C > 5).To(There).Named("gm");

    private static Tensor CRows => Tensor.Of([0, 1, 2]).Named("cr");

    private static Tensor GRows => Tensor.Of([0, 1, 2], device: There).Named("gr");

    private static Tensor CPlaces => Tensor.Zeros([3, 4], dtype: DType.Int64).Named("cp");

    public static TheoryData<string, Action> Refused() => new()
    {
        { "add: g [3, 4] is on naive and c [3, 4] on cpu", () => _ = G + C },
        { "mul: c [3, 4] is on cpu and g [3, 4] on naive", () => _ = C * G },
        { "lt: c [3, 4] is on cpu and g [3, 4] on naive", () => _ = C < G },
        { "eq: g [3, 4] is on naive and c [3, 4] on cpu", () => G.Equal(C) },
        { "logical_and: gm [3, 4] is on naive and cm [3, 4] on cpu", () => GMask.LogicalAnd(CMask) },
        { "bitwise_and: gr [3] is on naive and cr [3] on cpu", () => _ = GRows & CRows },
        { "where: cm [3, 4] is on cpu and g [3, 4] on naive", () => Tensor.Where(CMask, G, G) },
        { "where: gm [3, 4] is on naive and c [3, 4] on cpu", () => Tensor.Where(GMask, G, C) },
        { "masked_fill: g [3, 4] is on naive and cm [3, 4] on cpu", () => G.MaskedFill(CMask, 0) },
        { "masked_select: g [3, 4] is on naive and cm [3, 4] on cpu", () => G.MaskedSelect(CMask) },
        { "masked_scatter: g [3, 4] is on naive and c [3, 4] on cpu", () => G.MaskedScatter(GMask, C) },
        { "index: c [3, 4] is on cpu and gr [3] on naive", () => _ = C[GRows] },
        { "gather: g [3, 4] is on naive and cp [3, 4] on cpu", () => G.Gather(0, CPlaces) },
        { "index_select: c [3, 4] is on cpu and gr [3] on naive", () => C.IndexSelect(0, GRows) },
        { "take: g", () => G.Flatten().Named("g").Take(CRows) },
        { "scatter: g [3, 4] is on naive and cp [3, 4] on cpu", () => G.Scatter(0, CPlaces, G) },
        { "scatter: g [3, 4] is on naive and c [3, 4] on cpu", () => G.Scatter(0, CPlaces.To(There), C) },
        { "scatter_add: g [3, 4] is on naive and cp [3, 4] on cpu", () => G.ScatterAdd(0, CPlaces, G) },
        { "index_add: g [3, 4] is on naive and cr [3] on cpu", () => G.IndexAdd(0, CRows, G) },
        { "index_fill: g [3, 4] is on naive and cr [3] on cpu", () => G.IndexFill(0, CRows, 0) },
        { "repeat_interleave: g [3, 4] is on naive and cr [3] on cpu", () => G.RepeatInterleave(CRows, 0) },
        { "cat: g [3, 4] is on naive and c [3, 4] on cpu", () => Tensor.Cat([G, C]) },
        { "stack: g [3, 4] is on naive and c [3, 4] on cpu", () => Tensor.Stack([G, C]) },
        { "matmul: g [3, 4] is on naive and c [4] on cpu", () => G.MatMul(Tensor.Ones(4).Named("c")) },
        { "einsum: g [3, 4] is on naive and c [3, 4] on cpu", () => Tensor.Einsum("ij,kj->ik", G, C) },
        { "add: g [3, 4] is on naive and c [3, 4] on cpu", () => G.Add_(C) },
        { "add_: total [] is on cpu and a tensor [] on naive", () => Tensor.Full([], 0f).Named("total").Add_(G.Sum()) },
        { "masked_fill: g [3, 4] is on naive and cm [3, 4] on cpu", () => G.MaskedFill_(CMask, 0) },
        { "mse_loss: g [3, 4] is on naive and c [3, 4] on cpu", () => Functional.MseLoss(G, C) },
        { "cross_entropy: g [3, 4] is on naive and cr [3] on cpu", () => Functional.CrossEntropy(G, CRows) },
        { "embedding: g [3, 4] is on naive and cr [3] on cpu", () => Functional.Embedding(CRows, G) },
        { "linear: c [3, 4] is on cpu and weight [2, 4] on naive", () => new Linear(4, 2).To(There).Call(C) },
        { "linear: g [3, 4] is on naive and weight [2, 4] on cpu", () => new Linear(4, 2).Call(G) },
        { "conv1d: c [1, 3, 4] is on cpu and weight [2, 3, 2] on naive", () => new Conv1d(3, 2, 2).To(There).Call(Tensor.Ones(1, 3, 4).Named("c")) },
        { "batch_norm: g [3, 4] is on naive and", () => new BatchNorm1d(4).Call(G) },
        { "layer_norm: g [3, 4] is on naive and", () => new LayerNorm([4]).Call(G) },
        { "lerp: g [3, 4] is on naive and c [3, 4] on cpu", () => G.Lerp(C, 0.5) },
        { "searchsorted: g [3, 4] is on naive and c [3, 4] on cpu", () => Tensor.SearchSorted(G, C) },
        { "isclose: g [3, 4] is on naive and c [3, 4] on cpu", () => G.AllClose(C) },
        { "quantile: g [3, 4] is on naive and q [1] on cpu", () => G.Quantile(Tensor.Ones(1).Named("q")) },
        { "histogram: g [3, 4] is on naive and e [2] on cpu", () => G.Histogram(Tensor.Arange(0f, 2).Named("e")) },
        { "linalg.solve: g [2, 2] is on naive and c [2, 1] on cpu", () => Linalg.Solve(Tensor.Eye(2, device: There).Named("g"), Tensor.Ones(2, 1).Named("c")) },
        { "backward: g [3, 4] is on naive and c [3, 4] on cpu", () => G.RequiresGrad_().Backward(C) },
        { "grad: g [3, 4] is on naive and c [3, 4] on cpu", () => G.RequiresGrad_().Grad = C },
        { "sgd: p [3] is on cpu and q [3] on naive", StepOfTwoDevices },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Two_devices_are_refused_with_names_shapes_and_remedy(string message, Action action)
    {
        var said = Assert.Throws<InvalidOperationException>(action).Message;
        Assert.StartsWith(message, said);
        Assert.EndsWith("; bring them together with .To(device)", said);
    }

    [Fact]
    public void A_number_of_the_processor_meets_any_tensor_and_gets_its_gradient_back()
    {
        var number = Tensor.Full([], 2f, requiresGrad: true);
        var y = (G * number) + Tensor.Full([], 1.0) - Tensor.Where(GMask, G, Tensor.Full([], 0f));
        Assert.Equal(There, y.Device);
        y.Sum().Backward();
        Assert.Equal(Device.Cpu, number.Grad.Device);
        Assert.Equal(66f, number.Grad.Item<float>());
        Assert.Equal(6, (G > Tensor.Full([], 5.5)).Sum().Item<long>());
        Assert.Equal(There, G.Add_(Tensor.Full([], 1f)).Device);
    }

    [Fact]
    public void Positions_of_the_processor_pick_anywhere_and_copies_go_anywhere()
    {
        Assert.Equal(There, G[CRows].Device);
        Assert.Equal(There, G.Copy_(C).Device);
        var x = G;
        x[0] = C[1];
        x[CMask] = 0;
        Assert.Equal([4f, 5, 0, 0], x[0].To(Device.Cpu).MaskedFill(C[1] > 5, 0).ToArray<float>());
    }

    private static void StepOfTwoDevices()
    {
        Tensor[] parameters = [Tensor.Ones([3], requiresGrad: true).Named("p"), Tensor.Ones([3], requiresGrad: true).Named("q")];
        var optimizer = new Sgd(parameters, 0.1);
        new Holder(parameters[1]).To(There);
        Array.ForEach(parameters, parameter => parameter.Grad = parameter.Detach());
        optimizer.Step();
    }

    private sealed class Holder(Tensor weight) : Module
    {
        public Tensor Weight { get; } = weight;
    }
}
