using NotebookGrad.Exploration;
using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Samples;

/// <summary>Every view of what nobody would draw on purpose.</summary>
internal static class NastyViews
{
    private static readonly Dictionary<long, string> NoNames = [];

    private static readonly double[] Values =
    [
        0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
        double.Epsilon, 1e-300, 0.1,
    ];

    private static readonly ValueSummary Broken = new(
        long.MaxValue,
        Mean: double.NaN,
        Deviation: double.NaN,
        Minimum: double.NaN,
        Maximum: double.NaN,
        Norm: double.NaN,
        Zeros: -1,
        NaNs: long.MaxValue,
        Infinities: long.MaxValue,
        First: []);

    private static readonly GraphSnapshot Empty = new([], [], [], BackwardDone: true, long.MaxValue);

    /// <summary>All of them, each with a word to find it by.</summary>
    public static IEnumerable<(string Word, View View)> All =>
    [
        .. NastyNames.All.SelectMany((name, index) => NamedViews.Of(name).Select(view => ($"name {index}", view))),
        .. Values.Select(value => ($"graph {value}", (View)new GraphView(Numbers(value), NoNames))),
        .. Values.Select(value => ($"tensor {value}", (View)new TensorView(
            Tensors.Of("t", [1, 3], [value, 1, value]), NoNames))),
        .. Values.Select(value => ($"number {value}", (View)new TensorView(Tensors.Of("t", [], [value]), NoNames))),
        .. Values.Select(value => ($"many {value}", (View)new TensorView(
            Tensors.Of("t", [40, 40], [.. Enumerable.Repeat(value, 800), .. Summaries.Numbers([800], 1)]), NoNames))),
        .. Shapes().Select(shape => ($"shape {shape}", (View)new GraphView(Shaped(shape), NoNames))),
        ("empty graph", new GraphView(Empty, NoNames)),
        ("loose ends", new GraphView(LooseEnds(), NoNames)),
        ("lost values", new GraphView(LostValues(), NoNames)),
        ("dense", new GraphView(Dense(), NoNames)),
        .. Enumerable.Range(0, 200).Select(seed => ($"broken graph {seed}", (View)new GraphView(
            BrokenGraphs.Of(seed), NoNames))),
        ("empty tensor", new TensorView(Tensors.Of(null, [3, 0], []), NoNames)),
        ("no columns", new TensorView(Tensors.Of(null, [0], []), NoNames)),
        ("broken tensor", new TensorView(BrokenTensor(), NoNames)),
        .. Values.Select(value => ($"image {value}", (View)new ImageView(
            Tensor.Of([value, 1, 2, value], [2, 2]).Image()))),
        ("broken image", new ImageView(new ImageSnapshot(null, [], 0, 0, 0, -1, double.NaN, double.NaN, -1, -1, []))),
        ("empty chain", new ChainView(new ChainSnapshot([], 0), NoNames)),
        ("odd chain", new ChainView(OddChain(), NoNames)),
        ("empty ledger", new LedgerView(new MemoryLedger([], 0), NoNames)),
        ("empty difference", new DifferenceView(Graph.Difference(Empty, Empty), NoNames)),
        ("loose difference", new DifferenceView(Graph.Difference(LooseEnds(), LostValues()), NoNames)),
        ("lost difference", new DifferenceView(Graph.Difference(LostValues(), Dense()), NoNames)),
        ("empty timeline", new TimelineView(new MemoryTimeline("t", [], Freed: false), NoNames)),
        .. NastyMoments.Sizes.Select(size => ($"timeline {size}", (View)new TimelineView(
            new MemoryTimeline("t", NastyMoments.Of("t", size), Freed: false), NoNames))),
        .. Values.SelectMany(value => Values.Select(other => ($"gradcheck {value} {other}", (View)new GradCheckView(
            Reports.Of(GradCheckDiagnosis.Kink, (value, other), (1, 1)))))),
        ("empty compilation", new CompilationView(Reports.Compiled("()", null) with { Plans = [], Calls = 0 })),
        ("odd compilation", new CompilationView(Reports.Compiled(
            "", "", new FusedSteps([], [], 0, -1), new FusedSteps(["a"], [0], int.MaxValue, int.MaxValue)))),
        ("large compilation", new CompilationView(Reports.Compiled(
            new string('x', 5000),
            new string('y', 5000),
            [.. Enumerable.Repeat(new FusedSteps([.. Enumerable.Repeat("multiply", 64)], [9, 9], 9, 9), 1000)]))),
        .. new[] { 0, 1, long.MaxValue / 2 }.Select(count => ($"module {count}", (View)new ModuleView(
            Parts.Of("", count, 1000)))),
        .. Values.SelectMany(value => new[] { 0, 1, 3, 4, long.MaxValue }.Select(count => (
            $"loop {value} {count}", (View)new ProgressView(Loops.Of(value, count))))),
        ("large loop", new ProgressView(Loops.Large())),
        ("large module", new ModuleView(Parts.Many(2_000))),
        .. NastyFlows.All.SelectMany((flow, index) => Flows.Views(flow).Select(view => ($"flow {index}", view))),
        ("no runs", new ComparisonView(Flows.Compared())),
        ("empty gradcheck", new GradCheckView(Reports.Of((GradCheckDiagnosis)99))),
        ("large gradcheck", new GradCheckView(Reports.Large(10_000))),
        ("no functions", new ActivationView(new([]))),
        ("no inputs", new ActivationView(new([Explorations.Curve("f", [], [])]))),
        .. Values.SelectMany(value => Values.Select(other => ($"function {value} {other}", (View)new ActivationView(
            new([Explorations.Curve("f", [value, other, 1], [other, 1, value])]))))),
        ("many functions", new ActivationView(Explorations.Many(50, 2000))),
        .. Values.Select(value => ($"plane {value}", (View)new BoundaryView(Explorations.Plane(value)))),
        ("no plane", new BoundaryView(Explorations.Noise(0, 0, 0))),
        ("one place", new BoundaryView(Explorations.Noise(1, 2, 1))),
        ("noisy plane", new BoundaryView(Explorations.Noise(61, 5000, 40))),
        ("no rates", new RangeView(Explorations.Rates(2, true))),
        .. Values.SelectMany(value => Values.Select(other => ($"rates {value} {other}", (View)new RangeView(
            Explorations.Rates(value, value > 0, other, 1, value))))),
        ("many rates", new RangeView(Explorations.Rates(1.0001, true, [.. Summaries.Numbers([100_000], 1)]))),
        ("no surface", new SurfaceView(Explorations.Surface(0, (_, _) => 0))),
        ("one loss", new SurfaceView(Explorations.Surface(1, (_, _) => 1))),
        .. Values.SelectMany(value => Values.Select(other => ($"surface {value} {other}", (View)new SurfaceView(
            Explorations.Surface(4, (x, y) => x > y ? value : x < 0 ? other : x))))),
        ("wild surface", new SurfaceView(Explorations.Surface(101, (x, y) => Math.Sin(1e6 * x * y)))),
        ("no layers", new ActivityView(Explorations.Units(0, 0))),
        ("no units", new ActivityView(Explorations.Units(2, 0))),
        .. Values.Select(value => ($"share {value}", (View)new ActivityView(
            new([new LayerActivity("a", [value, 0.5], long.MaxValue)])))),
        ("many units", new ActivityView(Explorations.Units(100, 3000))),
        .. new[] { long.MinValue, 0, 1, 5, 6, long.MaxValue }.Select(count => ($"held {count}", (View)new HeldGraphsView(
            new HeldGraphs("t []", count, count, count, null)))),
        ("no devices", new DeviceListView(new([], null))),
        ("many devices", new DeviceListView(new([.. Enumerable.Repeat(Machines.Odd, 1000)], new string('x', 5000)))),
        ("odd device", new DeviceView(new("", Machines.Odd, "", long.MinValue, -1, long.MaxValue))),
        ("silent device", new DeviceView(new("d", null, "m", null, null, null))),
        ("no fallbacks", new FallbackView(new([]))),
        ("many fallbacks", new FallbackView(new(
            [.. Enumerable.Repeat(new FallbackEntry("", "", long.MaxValue, -1), 1000)]))),
        .. NastyCurves.All.Select((curve, index) => ($"curve {index}", (View)new CurveView(curve))),
    ];

    private static GraphSnapshot Numbers(double value)
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", value);
        return graph.Backward(graph.Apply("mul", "y", graph.Apply("tanh", null, x), graph.Constant(null, value)));
    }

    private static IReadOnlyList<Shape> Shapes() =>
        [[], [1], [0], [1, 1, 1], [int.MaxValue, int.MaxValue, int.MaxValue], Shape.Create(new int[200])];

    private static GraphSnapshot Shaped(Shape shape)
    {
        var graph = new GraphBuilder();
        var leaf = graph.Leaf(GraphNodeKind.Parameter, null, Broken, shape);
        var root = graph.Apply("relu", null, null, shape, null, leaf);
        var forward = graph.Forward(root);
        var nodes = forward.Nodes.Select(node => node with { Gradient = Broken });
        return forward with { Nodes = [.. nodes], BackwardDone = true };
    }

    private static GraphSnapshot LooseEnds()
    {
        var graph = Graphs.Square();
        return graph with
        {
            Nodes = [.. graph.Nodes, graph.Nodes[0]],
            Edges =
            [
                .. graph.Edges,
                new GraphEdge(99, 1, 0, true, 1),
                new GraphEdge(5, 0, 0, true, null),
                new GraphEdge(2, 2, -4, true, double.NaN),
                new GraphEdge(0, 4, 17, true, double.NaN),
            ],
            Roots = [5, 77],
        };
    }

    private static GraphSnapshot LostValues()
    {
        var graph = Graphs.Perceptron();
        var nodes = graph.Nodes.Select(node => node with { Value = null, Notation = null, Operation = null });
        return graph with { Nodes = [.. nodes] };
    }

    private static GraphSnapshot Dense()
    {
        var graph = new GraphBuilder();
        var nodes = Enumerable.Range(0, 8).Select(index => graph.Parameter($"x{index}", (double)index)).ToList();
        for (var round = 0; round < 24; round++)
        {
            nodes.Add(graph.Apply("mul", null, nodes[round % 8], nodes[^1]));
        }

        return graph.Backward(nodes[^1]);
    }

    private static TensorSnapshot BrokenTensor() => Tensors.Of(null, [2], [1, 2]) with
    {
        Value = Broken,
        Gradient = Broken,
        Map = new ElementMap(-1, int.MaxValue, 0, 0, -1, [new ElementSlice([], [[], []])]),
        Histogram = new ElementHistogram(double.NaN, double.NaN, [long.MaxValue, -1, long.MaxValue]),
    };

    private static ChainSnapshot OddChain()
    {
        var line = new ChainLine(1, 7, "mul", null, [], (DType)99, long.MaxValue, true, true);
        var last = line with { Depth = int.MaxValue, SavedBytes = -1 };
        return new ChainSnapshot([line, line with { Depth = -3 }, last], -1);
    }
}
