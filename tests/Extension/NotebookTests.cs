namespace NotebookGrad.Tests;

public sealed class NotebookTests : IDisposable
{
    private readonly Dictionary<(Type Type, string MimeType), Func<object, string>> formatters = [];
    private readonly List<KeyValuePair<string, object?>> variables = [];

    public NotebookTests() => Notebook.Load(Register, () => variables);

    public void Dispose() => Notebook.Load((_, _, _) => { }, () => []);

    [Fact]
    public void Both_forms_of_all_that_can_be_seen_are_registered() => Assert.Equal(
        ["ActivationCurves text/html", "ActivationCurves text/plain", "CompilationReport text/html", "CompilationReport text/plain", "Curve text/html", "Curve text/plain", "DecisionBoundary text/html", "DecisionBoundary text/plain", "GradCheckReport text/html", "GradCheckReport text/plain",
            "GraphDifference text/html", "GraphDifference text/plain", "GraphSnapshot text/html", "GraphSnapshot text/plain", "HeldGraphs text/html", "HeldGraphs text/plain",
            "ImageSnapshot text/html", "ImageSnapshot text/plain",
            "MemoryLedger text/html", "MemoryLedger text/plain", "MemoryTimeline text/html", "MemoryTimeline text/plain",
            "Module text/html", "Module text/plain", "ModuleSummary text/html", "ModuleSummary text/plain",
            "Node text/html", "Node text/plain", "Tensor text/html", "Tensor text/plain"],
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
        Notebook.Load(Register, () => throw new InvalidOperationException());
        Assert.StartsWith("tensor: ", Show(Tensor.Of(1f)));
    }

    [Fact]
    public void A_value_that_cannot_be_shown_does_not_fail_the_cell()
    {
        var write = formatters[(typeof(Tensor), "text/html")];
        Assert.Equal(
            "<pre>This value cannot be shown: String has no picture; "
                + "tensors, their GradFn, Graph() and Image(), Memory.Ledger, Memory.Timeline, Graph.Held, "
                + "Graph.Difference, Autograd.GradCheck, modules, reports of compiled functions, Curve and what Explore makes have one</pre>",
            write("no tensor"));
    }

    private void Register(Type type, string mimeType, Func<object, string> write) =>
        formatters[(type, mimeType)] = write;

    private void Declare(string name, object? value) => variables.Add(new(name, value));

    private string Show(object value) => formatters[(value.GetType(), "text/plain")](value);
}
