using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Gallery;

/// <summary>How gradients flow through networks while they learn.</summary>
internal static class FlowExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("Gradients that vanish", "Eight layers with sigmoids: what reaches the first ones, and why.", () =>
        {
            var network = DeepNetwork.Of(8, () => new Sigmoid());
            using var flow = GradientFlow.Watch(network);
            DeepNetwork.Train(network, steps: 100, rate: 0.01);
            return flow;
        }),
        new("Gradients that arrive", "The same with ReLU.", () =>
        {
            var network = DeepNetwork.Of(8, () => new Relu());
            using var flow = GradientFlow.Watch(network);
            DeepNetwork.Train(network, steps: 100, rate: 0.01);
            return flow;
        }),
        new("Gradients over time", "Layers × steps, and the norm before and after clipping.", () =>
        {
            var network = DeepNetwork.Of(8, () => new Relu());
            using var flow = GradientFlow.Watch(network, every: 2);
            DeepNetwork.Train(network, steps: 200, rate: 0.02, clip: 1);
            return flow.OverTime();
        }),
        new("Activations over time", "A ridge a moment, the last in front.", () =>
        {
            var network = DeepNetwork.Of(5, () => new Tanh());
            using var flow = GradientFlow.Watch(network);
            DeepNetwork.Train(network, steps: 200, rate: 0.01);
            return flow.Histograms(FlowQuantity.Activations);
        }),
        new("Sigmoid against ReLU", "The lecture's plots in one call.", () =>
        {
            var (plain, rectified) = (DeepNetwork.Of(8, () => new Sigmoid()), DeepNetwork.Of(8, () => new Relu()));
            using var one = GradientFlow.Watch(plain);
            using var other = GradientFlow.Watch(rectified);
            DeepNetwork.Train(plain, steps: 100, rate: 0.01);
            DeepNetwork.Train(rectified, steps: 100, rate: 0.01);
            return GradientFlow.Compare(("sigmoid", one), ("ReLU", other));
        }),
        new("Where the flow breaks", "The sizes of gradients on the folded graph.", () =>
        {
            var network = DeepNetwork.Of(20, () => new Sigmoid());
            using var flow = GradientFlow.Watch(network);
            DeepNetwork.Train(network, steps: 10, rate: 0.01);
            return flow.OnGraph();
        }),
    ];
}
