using System.Text.Json;
using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Exports;

public class JsonExportTests
{
    [Fact]
    public void Every_snapshot_is_one_object_that_tells_its_kind()
    {
        var x = Tensor.Of([1f, 2, 3, 4], [2, 2], requiresGrad: true).Named("x");
        var loss = (x * x).Sum();
        IInspectable[] things =
        [
            x, loss.GradFn!, loss.Graph(), Memory.Ledger(loss), Graph.Held(loss), new Curve("c", "x", ("a", [1, 2])),
            Reports.Of(GradCheckDiagnosis.Agreement, (1, 1)), x.Image(),
            Reports.Compiled("(float32 [2])", null), new Linear(2, 3), new Linear(2, 3).Summary(Tensor.Zeros([1, 2])),
            Flows.Broken(), new FlowHistory(Flows.Lone()), new FlowHistograms(Flows.Lone(), FlowQuantity.Weights),
            new FlowComparison([new FlowRun("a", Flows.Lone()), new FlowRun("b", Flows.Waiting())]),
            new[] { 1 }.WithProgress(),
            Explore.Activations(), Explorations.Plane(double.NaN), Explorations.Rates(2, true, double.NaN),
            Explorations.Surface(3, (x, y) => x / y), Explorations.Units(2, 3),
            Device.Cpu, Device.All, Machines.Fallbacks,
        ];
        Assert.Equal(
            ["TensorSnapshot", "ChainSnapshot", "GraphSnapshot", "MemoryLedger", "HeldGraphs", "Curve",
                "GradCheckReport", "ImageSnapshot", "CompilationReport", "ModuleSummary", "ModuleSummary",
                "FlowSnapshot", "FlowHistory", "FlowHistograms", "FlowComparison", "ProgressSnapshot", "ActivationCurves",
                "DecisionBoundary", "LearningRateRange", "LossSurface", "UnitActivity",
                "DeviceSnapshot", "DeviceListSnapshot", "FallbackReport"],
            things.Select(thing => Read(thing).GetProperty("kind").GetString()));
    }

    [Fact]
    public void Numbers_are_read_back_the_same_and_what_is_not_finite_has_a_name()
    {
        double[] values = [0.1, -1e-300, double.MaxValue, double.Epsilon, 1 / 3.0];
        double[] others = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var series = Read(new Curve("c", "x", ("a", values), ("b", others))).GetProperty("series");
        Assert.Equal(values, series[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(
            ["NaN", "Infinity", "-Infinity"],
            series[1].GetProperty("values").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void A_graph_tells_nodes_edges_shapes_values_gradients_lines_and_modules()
    {
        var graph = Graphs.Square();
        var module = new GraphModule("inner", new GraphModule("outer", null));
        var json = Read(graph with { Nodes = [.. graph.Nodes.Select(node => node with { Module = module })] });
        var root = json.GetProperty("nodes")[5];
        Assert.Equal("operation", root.GetProperty("kind").GetString());
        Assert.Equal("square", root.GetProperty("operation").GetString());
        Assert.Equal(0, root.GetProperty("shape").GetArrayLength());
        Assert.Equal(16, root.GetProperty("value").GetProperty("scalar").GetDouble());
        Assert.Equal(1, root.GetProperty("gradient").GetProperty("scalar").GetDouble());
        Assert.Equal("cell 1:2", root.GetProperty("line").GetString());
        Assert.Equal(["outer", "inner"], root.GetProperty("module").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(3, json.GetProperty("edges")[0].GetProperty("localDerivative").GetDouble());
    }

    [Fact]
    public void Hostile_names_are_read_back_as_they_are()
    {
        var nodes = Read(NastyGraphs.Named()).GetProperty("nodes");
        var names = nodes.EnumerateArray()
            .Where((_, index) => index % 2 == 0)
            .Select(node => node.GetProperty("name").GetString());

        // A half of a surrogate pair is no character, and no document can hold it; U+FFFD stands for it.
        var told = NastyNames.All.Select(name => name is null ? null : string.Concat(name.EnumerateRunes()));
        Assert.Equal(told, names);
    }

    private static JsonElement Read(IInspectable thing) => JsonDocument.Parse(thing.ToJson()).RootElement;
}
