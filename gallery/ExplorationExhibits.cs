using NotebookGrad.Nn;

namespace NotebookGrad.Gallery;

/// <summary>A lecture's plots in one call each.</summary>
internal static class ExplorationExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("Activation functions", "Where a derivative is small, gradients die.", () => Explore.Activations()),
        new("One activation function", "At most a quarter of a gradient passes.", () => Explore.Activation(x => x.Sigmoid())),
        new("A decision boundary", "Stronger colours where the network is surer.", () =>
        {
            Tensor.Seed(3);
            var angle = Tensor.Linspace(0, Math.PI, 60).Unsqueeze(1);
            var upper = Tensor.Cat([angle.Cos(), angle.Sin()], 1);
            var lower = Tensor.Cat([1 - angle.Cos(), 0.5 - angle.Sin()], 1);
            var points = Tensor.Cat([upper, lower], 0) + (0.15 * Tensor.Randn([120, 2]));
            var labels = Tensor.Cat([Tensor.Zeros(60), Tensor.Ones(60)], 0);

            var net = new Sequential(new Linear(2, 16), new Tanh(), new Linear(16, 1), new Flatten(0));
            var optimizer = new Adam(net.Parameters, lr: 0.05);
            for (var step = 0; step < 100; step++)
            {
                optimizer.ZeroGrad();
                Functional.BinaryCrossEntropyWithLogits(net.Call(points), labels).Backward();
                optimizer.Step();
            }

            return Explore.DecisionBoundary(net, points, labels, ["upper", "lower"]);
        }),
        new("A learning-rate range test", "Where the loss falls fastest is a rate to begin with.", () =>
        {
            Tensor.Seed(5);
            var digits = Datasets.Digits();
            var net = new Sequential(new Flatten(), new Linear(64, 32), new Relu(), new Linear(32, 10));
            var optimizer = new Sgd(net.Parameters, lr: 0.1, momentum: 0.9);
            return Explore.LearningRateRange(optimizer, () =>
            {
                var batch = Tensor.RandInt(0, 1797, [64]);
                optimizer.ZeroGrad();
                var loss = Functional.CrossEntropy(net.Call(digits.Features[batch]), digits.Labels[batch]);
                loss.Backward();
                optimizer.Step();
                return loss;
            });
        }),
        new("Units that have died", "A cell a unit; crosses get no gradient any more.", () =>
        {
            Tensor.Seed(7);
            var net = new Sequential(
                ("hidden", new Sequential(new Linear(64, 96), new Relu())),
                ("deeper", new Sequential(new Linear(96, 48), new Relu())),
                ("output", new Linear(48, 10)));
            Init.Constant_(net[0].Parameters[1], -0.6);
            return Explore.ActiveUnits(net, Datasets.Digits().Features.Reshape(-1, 64));
        }),
        new("A loss surface", "The way of gradient descent with momentum in a valley that bends.", () =>
        {
            var w = new Linear(2, 1, bias: false).To(DType.Float64);
            var parameter = w.Parameters[0];
            parameter.Detach().Copy_(Tensor.Of(new[,] { { -1.5, 2 } }));
            Tensor Loss() => (1 - parameter[0, 0]).Square() + (5 * (parameter[0, 1] - parameter[0, 0].Square()).Square());
            var (optimizer, path) = (new Sgd(w.Parameters, lr: 0.005, momentum: 0.9), new WeightPath(w));
            for (var step = 0; step < 60; step++)
            {
                path.Record();
                optimizer.ZeroGrad();
                Loss().Backward();
                optimizer.Step();
            }

            return Explore.LossSurface(w, Loss, path);
        }),
    ];
}
