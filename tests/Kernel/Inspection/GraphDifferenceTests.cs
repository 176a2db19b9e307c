using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>Edits of networks, with the changes that a person would name.</summary>
public class GraphDifferenceTests
{
    private static readonly Tensor X = Tensor.Ones([5, 3]).Named("x");
    private static readonly Tensor W1 = Parameter("W1", 3, 4);
    private static readonly Tensor W2 = Parameter("W2", 4, 4);
    private static readonly Tensor W3 = Parameter("W3", 4, 1);

    [Fact]
    public void The_same_network_again_is_no_difference()
    {
        var (a, b) = (Network(W1, W2).Graph(), Network(W1, W2).Graph());
        Assert.True(Graph.Difference(a, b).IsEmpty);
        Assert.Equal("difference: none", Graph.Difference(a, b).ToString());
    }

    [Fact]
    public void A_layer_inserted_is_just_that_layer() => AssertChanges(
        ["+ W2", "+ matmul", "+ tanh", "+ W2 → matmul", "+ matmul → tanh", "+ tanh → matmul", "+ tanh → matmul", "− tanh → matmul"],
        Network(W1),
        Network(W1, W2));

    [Fact]
    public void A_layer_taken_out_is_just_that_layer() => AssertChanges(
        ["− W2", "− matmul", "− tanh", "− W2 → matmul", "− matmul → tanh", "− tanh → matmul", "− tanh → matmul", "+ tanh → matmul"],
        Network(W1, W2),
        Network(W1));

    [Fact]
    public void A_layer_is_found_without_names_and_with_new_tensors() => AssertChanges(
        ["+ parameter", "+ matmul", "+ tanh", "+ parameter → matmul", "+ matmul → tanh", "+ tanh → matmul", "+ tanh → matmul", "− tanh → matmul"],
        Unnamed(3, 6, 6, 1),
        Unnamed(3, 6, 6, 6, 1));

    [Fact]
    public void Another_activation_is_a_changed_operation()
    {
        var change = AssertChanges(
            ["~ relu: Operation"],
            X.MatMul(W1).Tanh().MatMul(W3).Sum(),
            X.MatMul(W1).Relu().MatMul(W3).Sum());
        Assert.Equal(("tanh", "relu"), Assert.Single(change.Nodes, node => node.Kind == ChangeKind.Changed) is var node
            ? (node.Before!.Operation, node.After!.Operation) : default);
    }

    [Fact]
    public void A_wider_layer_has_changed_shapes() => AssertChanges(
        ["~ V: Shape", "~ matmul: Shape", "~ tanh: Shape", "~ U: Shape"],
        X.MatMul(Parameter("V", 3, 4)).Tanh().MatMul(Parameter("U", 4, 1)).Sum(),
        X.MatMul(Parameter("V", 3, 8)).Tanh().MatMul(Parameter("U", 8, 1)).Sum());

    [Fact]
    public void A_wider_layer_is_found_without_names() => AssertChanges(
        ["~ parameter: Shape", "~ matmul: Shape", "~ tanh: Shape", "~ parameter: Shape"],
        Unnamed(3, 6, 1),
        Unnamed(3, 9, 1));

    [Fact]
    public void A_skip_connection_taken_out_leaves_its_sum_and_its_edge() => AssertChanges(
        ["− add", "− tanh → add", "− tanh → add", "− add → sum", "+ tanh → sum"],
        Skipped(true),
        Skipped(false));

    [Fact]
    public void A_skip_connection_of_a_cat_is_an_edge() => AssertChanges(
        ["− x → cat", "~ cat: Shape"],
        Tensor.Cat([X.MatMul(W1), X, X.MatMul(W1).Tanh()], 1).Sum(),
        Tensor.Cat([X.MatMul(W1), X.MatMul(W1).Tanh()], 1).Sum());

    [Fact]
    public void Another_exponent_is_a_changed_notation() => AssertChanges(
        ["~ pow: Notation"], X.MatMul(W1).Pow(3).Sum(), X.MatMul(W1).Pow(4).Sum());

    [Fact]
    public void Operands_the_other_way_round_are_reordered()
    {
        var (a, b) = (Parameter("a", 4), Parameter("b", 4));
        AssertChanges(["~ sub: Operands", "~ a → sub", "~ b → sub"], (a - b).Sum(), (b - a).Sum());
    }

    [Fact]
    public void Another_precision_is_a_changed_dtype() => AssertChanges(
        ["~ p: DType", "~ exp: DType", "~ sum: DType"],
        Tensor.Ones([3], requiresGrad: true).Named("p").Exp().Sum(),
        Tensor.Ones([3], requiresGrad: true, dtype: DType.Float64).Named("p").Exp().Sum());

    [Fact]
    public void A_module_around_operations_changes_only_that()
    {
        Tensor Encoded()
        {
            using (Graph.Module("encoder"))
            {
                return X.MatMul(W1).Tanh();
            }
        }

        AssertChanges(["~ matmul: Module", "~ tanh: Module"], X.MatMul(W1).Tanh().Sum(), Encoded().Sum());
    }

    [Fact]
    public void Another_end_is_a_changed_root() =>
        AssertChanges(["~ mean: Operation"], X.MatMul(W1).Tanh().Sum(), X.MatMul(W1).Tanh().Mean());

    [Fact]
    public void A_weight_in_two_places_takes_the_edge_of_the_other() => AssertChanges(
        ["− W4", "− W4 → matmul", "+ W2 → matmul"],
        Network(W1, W2, Parameter("W4", 4, 4)),
        Network(W1, W2, W2));

    [Fact]
    public void A_weight_by_another_name_is_told() => AssertChanges(
        ["~ W4: Name"],
        Network(W1, W2),
        Network(W1, Parameter("W4", 4, 4)));

    [Fact]
    public void A_branch_replaced_by_a_layer_of_the_same_shape_is_not_taken_for_it() => AssertChanges(
        [
            "− matmul", "− add", "− x → matmul", "− W1 → matmul", "− matmul → add", "− act → add", "− add → matmul",
            "+ V", "+ matmul", "+ relu", "+ V → matmul", "+ act → matmul", "+ matmul → relu", "+ relu → matmul",
        ],
        (X.MatMul(W1).Tanh().Named("act") + X.MatMul(W1)).MatMul(W3).Sum(),
        X.MatMul(W1).Tanh().Named("act").MatMul(Parameter("V", 4, 4)).Relu().MatMul(W3).Sum());

    [Fact]
    public void One_more_step_of_a_recurrence_is_one_step() => AssertChanges(
        ["+ matmul", "+ tanh", "+ W2 → matmul", "+ matmul → tanh", "+ tanh → matmul", "+ tanh → sum", "− tanh → sum"],
        Steps(5),
        Steps(6));

    [Fact]
    public void A_constant_that_learns_is_another_kind_of_leaf() => AssertChanges(
        ["~ c: Operation"],
        (W1 * Tensor.Ones([4]).Named("c")).Sum(),
        (W1 * Tensor.Ones([4], requiresGrad: true).Named("c")).Sum());

    [Fact]
    public void A_step_of_learning_moves_values_and_changes_nothing()
    {
        var w = Parameter("w", 3, 2);
        var loss = X.MatMul(w).Tanh().Sum();
        var fresh = loss.Graph();
        loss.Backward();
        var done = loss.Graph();
        w.Detach().Add_(1);
        var moved = Graph.Difference(fresh, X.MatMul(w).Tanh().Sum().Graph());
        Assert.True(moved.IsEmpty);
        Assert.Equal(["matmul", "sum", "tanh", "w"], moved.Nodes.Where(node => node.ValueMoved).Select(Label).Order());
        Assert.DoesNotContain(Graph.Difference(fresh, done).Nodes, node => node.ValueMoved || node.GradientMoved);
    }

    [Fact]
    public void A_value_that_is_not_finite_has_moved_when_it_is_elsewhere()
    {
        var (x, y) = (Tensor.Of([double.NaN, 1, 1], requiresGrad: true), Tensor.Of([1, double.NaN, 1], requiresGrad: true));
        bool Moved(Tensor before, Tensor after) =>
            Graph.Difference(before.Exp().Graph(), after.Exp().Graph()).Nodes[0].ValueMoved;
        Assert.Equal((false, true), (Moved(x, x), Moved(x, y)));
    }

    [Fact]
    public void Graphs_without_anything_in_common_are_all_removed_and_all_added()
    {
        var change = Graph.Difference(Parameter("a", 2).Exp().Graph(), (Parameter("b", 3) * Parameter("c", 3)).Graph());
        Assert.Equal(
            ["+ b", "+ c", "+ mul", "− a", "− exp"],
            change.Nodes.Select(node => $"{Sign(node.Kind)} {Label(node)}").Order(StringComparer.Ordinal));
        Assert.Equal("difference: 3 nodes and 2 edges added, 2 nodes and 1 edges removed, 0 nodes and 0 edges changed", change.ToString());
    }

    private static GraphDifference AssertChanges(string[] expected, Tensor before, Tensor after)
    {
        var change = Graph.Difference(before.Graph(), after.Graph());
        var names = change.Nodes.SelectMany(node => new[] { node.Before, node.After }).OfType<GraphNode>()
            .DistinctBy(node => node.Id).ToDictionary(node => node.Id, Label);
        var found = change.Nodes.Where(node => node.Kind != ChangeKind.Same)
            .Select(node => $"{Sign(node.Kind)} {Label(node)}{(node.Aspects == NodeAspects.None ? "" : $": {node.Aspects}")}")
            .Concat(change.Edges.Where(edge => edge.Kind != ChangeKind.Same).Select(edge =>
                $"{Sign(edge.Kind)} {names[(edge.After ?? edge.Before)!.From]} → {names[(edge.After ?? edge.Before)!.To]}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        return change;
    }

    private static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        _ => "~",
    };

    private static string Label(NodeChange node) => Label(node.Node);

    private static string Label(GraphNode node) => node.Name ?? node.Operation ?? node.Kind.ToString().ToLowerInvariant();

    private static Tensor Parameter(string name, params int[] shape) => Tensor.Ones(shape, requiresGrad: true).Named(name);

    private static Tensor Network(params Tensor[] weights) =>
        weights.Aggregate(X, (h, weight) => h.MatMul(weight).Tanh()).MatMul(W3).Sum();

    private static Tensor Unnamed(params int[] widths) => widths.Zip(widths[1..])
        .Aggregate(Tensor.Ones([5, widths[0]]), (h, pair) => h.MatMul(Tensor.Ones([pair.First, pair.Second], requiresGrad: true)).Tanh())
        .Sum();

    private static Tensor Skipped(bool isThere)
    {
        var h = X.MatMul(W1).Tanh();
        var inner = h.MatMul(W2).Tanh();
        return (isThere ? inner + h : inner).Sum();
    }

    private static Tensor Steps(int count) =>
        Enumerable.Range(0, count).Aggregate(X.MatMul(W1).Tanh(), (h, _) => h.MatMul(W2).Tanh()).Sum();
}
