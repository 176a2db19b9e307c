using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Samples;

/// <summary>Every kind of view of things that people look at.</summary>
internal static class Showcase
{
    private static readonly Dictionary<long, string> NoNames = [];

    /// <summary>The views, each with a word to find it by.</summary>
    public static IReadOnlyList<(string Word, View View)> All { get; } =
    [
        ("square", new GraphView(Graphs.Square(), NoNames)),
        ("square before backward", new GraphView(Graphs.Square(backward: false), NoNames)),
        ("fan-out", new GraphView(Graphs.FanOut(), NoNames)),
        ("sum times difference", new GraphView(Graphs.SumTimesDifference(), NoNames)),
        ("softmax", new GraphView(Graphs.Softmax(), NoNames)),
        ("perceptron", new GraphView(Graphs.Perceptron(), NoNames)),
        ("line", new GraphView(Graphs.Chain(30), NoNames)),
        ("residual", new GraphView(Graphs.Residual(4), NoNames)),
        ("not finite", new GraphView(Graphs.NotFinite(), NoNames)),
        ("folded", new GraphView(Engine.Network(300).Graph(), NoNames)),
        ("weights", new TensorView(Tensors.Weights(12, 20), NoNames)),
        ("table", new TensorView(Tensors.Weights(4, 8), NoNames)),
        ("line of numbers", new TensorView(Tensors.Weights(300), NoNames)),
        ("slices", new TensorView(Tensors.Weights(30, 5, 5), NoNames)),
        ("million", new TensorView(Tensors.Weights(1000, 1000), NoNames)),
        ("classes", new TensorView(Tensors.Of("k", [4], [0, 2, 1, 0], DType.Int64), NoNames)),
        ("image", new ImageView(Tensor.Arange(0, 12 * 64).Reshape(12, 1, 8, 8).Image())),
        ("ledger", new LedgerView(Memory.Ledger(Tensor.Of(new[] { 1f, 2f }, requiresGrad: true) * 2f), NoNames)),
        ("timeline", new TimelineView(
            Memory.Timeline((Tensor.Ones([300, 20], requiresGrad: true) * 2f).Exp().Tanh().Mean()), NoNames)),
        ("difference", new DifferenceView(Graph.Difference(Graphs.Residual(2), Graphs.Residual(3)), NoNames)),
        ("chain", new ChainView(Engine.Loss().GradFn!.Chain(), NoNames)),
        ("curve", new CurveView(NastyCurves.Learning(1200))),
        ("many curves", new CurveView(NastyCurves.Many(9))),
        ("large numbers", new CurveView(NastyCurves.Large())),
        ("gradcheck", new GradCheckView(Reports.Large(60))),
        ("large derivatives", new GradCheckView(
            Reports.Of(GradCheckDiagnosis.Agreement, (-2.5e8, 1.5e8), (3e8, 3e8)))),
        ("no number", new GradCheckView(Reports.Of(GradCheckDiagnosis.NotFinite, (double.NaN, 0)))),
        ("compiled", new CompilationView(Reports.Compiled(
            "(float32 [64, 784], int64 [64])",
            "it reads numbers (Item, ToArray, a condition), on which what follows may depend",
            new FusedSteps(["mul", "tanh", "add"], [64, 1024], 16, 3),
            new FusedSteps(["sigmoid_slope", "mul"], [512, 1024], 128, 1)))),
        ("module", new ModuleView(new Sequential(
            ("features", new Sequential(new Conv2d(1, 6, 5, padding: 2), new Relu(), new MaxPool2d(2))),
            ("rest", new Sequential(new Flatten(), new Linear(1176, 10)))).Summary(Tensor.Zeros([4, 1, 28, 28])))),
        ("flow", new FlowView(Flows.Vanishing())),
        ("healthy flow", new FlowView(Flows.Healthy(1))),
        ("broken flow", new FlowView(Flows.Broken())),
        ("large flow", new FlowView(Flows.Large())),
        ("flow over time", new HistoryView(new FlowHistory(Flows.Broken()))),
        ("large flow over time", new HistoryView(new FlowHistory(Flows.Large()))),
        ("flow histograms", new HistogramsView(new FlowHistograms(Flows.Vanishing(), FlowQuantity.Gradients))),
        ("flows", new ComparisonView(Flows.Compared(("sigmoid", Flows.Vanishing()), ("ReLU", Flows.Healthy())))),
        ("loop", new ProgressView(Loops.Running)),
        ("long loop", new ProgressView(Loops.Long)),
        ("activations", new ActivationView(Explore.Activations())),
        ("one activation", new ActivationView(Explore.Activation(x => x.Tanh()))),
        ("decision boundary", new BoundaryView(Explore.DecisionBoundary(
            points => points.MatMul(Tensor.Of(new[,] { { 2.0, 0, -2 }, { 0, 3, 1 } })),
            Tensor.Randn([90, 2], dtype: DType.Float64, generator: new Generator(1)),
            Tensor.Arange(90) % 3,
            ["setosa", "versicolor", "virginica"]))),
        ("many classes", new BoundaryView(Explorations.Noise(31, 500, 17))),
        ("learning rates", new RangeView(Explorations.Rates(
            1.2, true, [.. Enumerable.Range(0, 90).Select(i => 2.3 + (0.05 * Math.Sin(i * i)) - (i > 50 && i < 80 ? 0.05 * (i - 50) : 0)), 40]))),
        ("active units", new ActivityView(Explorations.Units(3, 50))),
        ("loss surface", new SurfaceView(Explorations.Surface(25, (x, y) => 1 + (x * x) + (3 * y * y) + (x * y)))),
        ("surface with holes", new SurfaceView(Explorations.Surface(
            21, (x, y) => y == 3 ? double.PositiveInfinity : Math.Sqrt(x + y + 8)))),
        ("devices", new DeviceListView(Machines.Several)),
        ("only the processor", new DeviceListView(Machines.Lone)),
        ("device", new DeviceView(Machines.Card)),
        ("fallbacks", new FallbackView(Machines.Fallbacks)),
        ("no fallbacks", new FallbackView(new([]))),
        ("held", new HeldGraphsView(new HeldGraphs("a_total_of_losses [1024, 1024]", 1000, 4000, 88_048, "cell 7:3"))),
    ];

    /// <summary>The views whose word is among some.</summary>
    public static IEnumerable<(string Word, View View)> Of(params string[] words) =>
        words.Select(word => All.Single(part => part.Word == word));
}
