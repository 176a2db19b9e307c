using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Samples;

/// <summary>Every view with one name in all places where a user can give one.</summary>
internal static class NamedViews
{
    private static readonly Dictionary<long, string> NoNames = [];

    public static IEnumerable<View> Of(string? name)
    {
        var text = name ?? "";
        yield return new GraphView(Graph(name), NoNames);
        yield return new GraphView(Graph(null), new Dictionary<long, string> { [0] = text, [1] = text });
        yield return new TensorView(
            Tensors.Of(name, [2], [1, 2]) with { Device = text, IsLeaf = false, Operation = name }, NoNames);
        yield return new CompilationView(Reports.Compiled(text, text, new FusedSteps([text, text], [2], 3, 1)));
        yield return new ModuleView(Parts.Of(text, 5));
        yield return new FlowView(Flows.Named(text));
        yield return new HistoryView(new FlowHistory(Flows.Named(text)));
        yield return new HistogramsView(new FlowHistograms(Flows.Named(text), FlowQuantity.Activations));
        yield return new ComparisonView(Flows.Compared((text, Flows.Named(text)), (text, Flows.Named(text))));
        yield return new ProgressView(Loops.Of(text));
        yield return new ImageView(Tensor.Of([1.0], [1, 1]).Image() with { Name = name });
        yield return new ChainView(
            new ChainSnapshot([new ChainLine(1, 0, text, name, [], DType.Bool, 0, false, false)], 1), NoNames);
        var names = new Dictionary<long, string> { [1] = text };
        var entry = new LedgerEntry(LedgerKind.Saved, 1, name, [new LedgerKeeper(1, text, text)], [2], DType.Int64, 8);
        var kinds = Enum.GetValues<LedgerKind>().Select(kind => entry with { Kind = kind, Operation = text });
        yield return new LedgerView(new MemoryLedger([.. kinds], 8), names);
        yield return new TimelineView(new MemoryTimeline(text, NastyMoments.Of(name), Freed: true), names);
        var lone = Graph(name) with { Nodes = [.. Graph(name).Nodes.Skip(1)], Edges = [] };
        yield return new DifferenceView(NotebookGrad.Graph.Difference(Graph(name), lone), names);
        yield return new CurveView(new Curve(text, text, (text, [1, 2]), (name!, [3, 4])));
        yield return new GradCheckView(Reports.Of(GradCheckDiagnosis.InPlace, (1, 2)) with { Detail = text });
        yield return new ActivationView(new([Explorations.Curve(text, [1, 2], [0, 1])]));
        yield return new BoundaryView(Explorations.Noise(5, 3, 2, text));
        yield return new SurfaceView(Explorations.Surface(3, (x, y) => x * y, text));
        yield return new ActivityView(Explorations.Units(2, 3, text));
        yield return new HeldGraphsView(new HeldGraphs(text, 3, 9, 100, text));
        yield return new DeviceListView(new([new(text, DeviceKind.OpenCl, text, Refusal: text)], text));
        yield return new DeviceView(new(text, new(text, DeviceKind.Cuda, text), text, 1, 1, 1));
        yield return new FallbackView(new([new(text, text, 1, 1)]));
    }

    /// <summary>A leaf and an operation in a module; operation, notation and lines are called as asked, too.</summary>
    public static GraphSnapshot Graph(string? name)
    {
        var text = name ?? "";
        var notation = new Notation(text, text, text, text, text);
        var (value, gradient) = (Summaries.Of(2), Summaries.Of(1));
        var leaf = new GraphNode(
            0, GraphNodeKind.Parameter, name, null, null, [], DType.Float32, value, gradient, 0, Freed: false, text);
        var sum = leaf with
        {
            Id = 1,
            Kind = GraphNodeKind.Operation,
            Operation = text,
            Notation = notation,
            Module = new GraphModule(text, new GraphModule(text, null)),
        };
        GraphEdge[] edges = [new(0, 1, 0, true, 1), new(0, 1, 1, true, 1)];
        return new GraphSnapshot([leaf, sum], edges, [1], BackwardDone: true, 0);
    }
}
