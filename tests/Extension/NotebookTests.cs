using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Tests;

[Collection("live")]
public sealed class NotebookTests : IDisposable
{
    private readonly Dictionary<(Type Type, string MimeType), Func<object, string>> formatters = [];
    private readonly List<KeyValuePair<string, object?>> variables = [];
    private readonly ILiveHost console = LiveHost.Current;
    private readonly List<List<string>> outputs = [];
    private CancellationTokenSource cell = new();

    public NotebookTests() => Load(() => variables);

    public void Dispose()
    {
        Notebook.Load((_, _, _) => { }, () => [], _ => _ => { }, () => default);
        LiveHost.Current = console;
    }

    [Fact]
    public void All_that_can_be_seen_is_registered_and_what_can_be_gone_through_in_short() => Assert.Equal(
        ["ActivationCurves text/html", "ActivationCurves text/plain",
            "CompilationReport text/html", "CompilationReport text/plain", "Curve text/html", "Curve text/plain",
            "DataLoader text/html", "DataLoader text/plain", "DataLoader text/plain+summary",
            "DecisionBoundary text/html", "DecisionBoundary text/plain",
            "Device text/html", "Device text/plain", "DeviceList text/html", "DeviceList text/plain",
            "FallbackReport text/html", "FallbackReport text/plain",
            "FlowComparison text/html", "FlowComparison text/plain", "FlowHistograms text/html", "FlowHistograms text/plain",
            "FlowHistory text/html", "FlowHistory text/plain", "FlowSnapshot text/html", "FlowSnapshot text/plain",
            "GradCheckReport text/html", "GradCheckReport text/plain", "GradientFlow text/html", "GradientFlow text/plain",
            "GraphDifference text/html", "GraphDifference text/plain", "GraphSnapshot text/html", "GraphSnapshot text/plain", "HeldGraphs text/html", "HeldGraphs text/plain",
            "ImageSnapshot text/html", "ImageSnapshot text/plain",
            "LearningRateRange text/html", "LearningRateRange text/plain", "LossSurface text/html", "LossSurface text/plain",
            "MemoryLedger text/html", "MemoryLedger text/plain", "MemoryTimeline text/html", "MemoryTimeline text/plain",
            "Module text/html", "Module text/plain", "ModuleSummary text/html", "ModuleSummary text/plain",
            "Node text/html", "Node text/plain",
            "ProgressLoop text/html", "ProgressLoop text/plain", "ProgressLoop text/plain+summary",
            "ProgressSnapshot text/html", "ProgressSnapshot text/plain", "Tensor text/html", "Tensor text/plain", "UnitActivity text/html", "UnitActivity text/plain"],
        formatters.Keys.Select(key => $"{key.Type.Name} {key.MimeType}").Order());

    [Fact]
    public void Variables_name_tensors_and_given_names_win()
    {
        var (x, w) = (Tensor.Of(2f, requiresGrad: true), Tensor.Of(3f, requiresGrad: true).Named("weight"));
        var y = x * w;
        Declare("x", x);
        Declare("w", w);
        Declare("y", y);
        Declare("nothing", null);
        var text = Show(y.Graph());
        Assert.Contains("x = 2", text);
        Assert.Contains("weight = 3", text);
        Assert.Contains("[×] y = 6", text);
        Assert.StartsWith("x: scalar float32", Show(x));
        Assert.StartsWith("grad_fn of y", Show(y.GradFn!));
    }

    [Fact]
    public void Of_two_variables_for_one_tensor_the_first_counts_and_of_two_values_of_one_variable_the_last()
    {
        var (first, second) = (Tensor.Of(1f, requiresGrad: true), Tensor.Of(2f, requiresGrad: true));
        Declare("a", first);
        Declare("b", second);
        Declare("c", second);
        Declare("a", second);
        Assert.StartsWith("a: ", Show(second));
        Assert.StartsWith("tensor: ", Show(first));
    }

    [Fact]
    public void A_tensor_that_no_graph_has_met_is_named_too()
    {
        var data = Tensor.Of(new[] { 1f, 2f });
        Declare("data", data);
        Assert.StartsWith("data: ", Show(data));
    }

    [Fact]
    public void Messages_call_tensors_by_their_variables()
    {
        var (w, data) = (Tensor.Zeros(3, 4, requiresGrad: true), Tensor.Zeros(5));
        Declare("w", w);
        Declare("data", data);
        Assert.Contains("mul: w [3, 4] and data [5]", Assert.Throws<ArgumentException>(() => w * data).Message);

        var loss = w.Pow(2).Sum();
        Declare("loss", loss);
        loss.Backward();
        var error = Assert.Throws<InvalidOperationException>(() => loss.Backward());
        Assert.StartsWith("backward of loss []: pow", error.Message);
    }

    [Fact]
    public void Variables_that_cannot_be_read_cost_only_the_names()
    {
        Load(() => throw new InvalidOperationException());
        Assert.StartsWith("tensor: ", Show(Tensor.Of(1f)));
    }

    [Fact]
    public void A_value_that_cannot_be_shown_does_not_fail_the_cell()
    {
        var write = formatters[(typeof(Tensor), "text/html")];
        Assert.StartsWith(
            "<pre>This value cannot be shown: String has no picture; what has one is Tensor, Node, GraphSnapshot, ",
            write("no tensor"));
    }

    [Fact]
    public void A_mistake_that_a_device_tells_late_fails_the_cell()
    {
        var write = formatters[(typeof(Module), "text/html")];
        Assert.Throws<DeviceFaultException>(() => write(new Late()));
    }

    [Fact]
    public void A_loop_is_one_output_that_is_replaced_and_in_another_cell_another_one()
    {
        var batches = new DataLoader(Datasets.Of(new int[30]), 10).WithProgress(epochs: 2);
        Assert.Equal(6, batches.Count());
        Assert.Contains("0 of 2 epochs", Assert.Single(outputs)[0]);
        Assert.Contains("2 epochs, 6 batches", outputs[0][^1]);

        cell = new CancellationTokenSource();
        Assert.Equal(6, batches.Count());
        Assert.Equal(2, outputs.Count);
        Assert.Contains("4 epochs, 12 batches", outputs[1][^1]);
    }

    [Fact]
    public void A_loader_or_a_loop_that_is_shown_or_listed_begins_no_epoch()
    {
        var loader = new DataLoader(Datasets.Of(new int[30]), 8, shuffle: true);
        Assert.Equal("DataLoader: 30 items in 4 batches of 8, shuffled", Show(loader));
        Assert.Equal($"<pre>{loader}</pre>", formatters[(typeof(DataLoader), "text/html")](loader));
        Assert.Equal($"{loader}", formatters[(typeof(DataLoader), "text/plain+summary")](loader));
        var listed = formatters[(typeof(ProgressLoop), "text/plain+summary")];
        Assert.StartsWith("nothing has begun", listed(loader.WithProgress()));
        Assert.Equal(0, loader.Epoch);
        Assert.Empty(outputs);
    }

    [Fact]
    public void The_stop_button_stops_a_loop_and_the_next_cell_works()
    {
        var loader = new DataLoader(Datasets.Of(new int[300]), 10);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var batch in loader.WithProgress())
            {
                cell.Cancel();
                Assert.Contains("stopped at batch 1 of 30", Assert.Single(outputs)[^1]);
            }
        });
        Assert.Single(outputs);

        cell = new CancellationTokenSource();
        Assert.Equal(30, loader.WithProgress().Count());
        Assert.Contains("30 batches", outputs[1][^1]);
    }

    private void Load(Func<IEnumerable<KeyValuePair<string, object?>>> read) =>
        Notebook.Load(Register, read, Display, () => cell.Token);

    private Action<object> Display(object thing)
    {
        var output = new List<string> { Show(thing) };
        outputs.Add(output);
        return next => output.Add(Show(next));
    }

    private void Register(Type type, string mimeType, Func<object, string> write) =>
        formatters[(type, mimeType)] = write;

    private void Declare(string name, object? value) => variables.Add(new(name, value));

    private string Show(object value) => formatters[(value.GetType(), "text/plain")](value);

    private sealed class Late : Module
    {
        protected override string Options => throw new DeviceFaultException("label 9 is no class");
    }
}
