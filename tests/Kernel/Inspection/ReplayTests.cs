using NotebookGrad.Inspection;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What nodes have not kept is computed again when a graph is drawn: it is what the engine had.</summary>
public class ReplayTests(Proof proof) : IClassFixture<Proof>
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Values_and_gradients_of_random_programs_follow_from_their_leaves_alone()
    {
        var (values, gradients) = (0, 0);
        Assert.All(StoredProgram.All, program =>
        {
            var total = ProgramSuite.Total(program.Run(ProgramSuite.Leaves(program)));
            total.Backward(retainGraph: true);
            var nodes = GraphWalk.NearestFirst([total.Node!]);
            nodes.Sort((a, b) => a.Id.CompareTo(b.Id));
            using var mode = Autograd.NoGrad();
            var replayed = new ReplayedValues(
                nodes, node => node.Operation is null ? node.Value : null, new ReplayBudget());
            var pulled = new ReplayedGradients(nodes, [total.Node!], _ => null, [], replayed);
            foreach (var node in nodes)
            {
                values += AssertClose(node, ValueInspector.Summarize(node.Value!), replayed.Of(node));
                gradients += node.NeedsGradient && node.Gradient is { } gradient
                    ? AssertClose(node, ValueInspector.Summarize(gradient), pulled.Of(node))
                    : 0;
            }
        });
        proof.Tell($"replay: {values:N0} values and {gradients:N0} gradients of {StoredProgram.All.Count:N0} random programs from their leaves alone");
    }

    [Fact]
    public void Contributions_of_all_uses_add_up_to_the_gradient_in_random_programs()
    {
        var (programs, fanOuts) = (StoredProgram.All.Take(300).ToArray(), 0);
        Assert.All(programs, program =>
        {
            var total = ProgramSuite.Total(program.Run(ProgramSuite.Leaves(program)));
            total.Backward();
            fanOuts += AssertAddsUp(total.Graph());
        });
        proof.Tell($"contributions: {fanOuts:N0} sums over several uses in {programs.Length:N0} random programs");
    }

    [Fact]
    public void A_network_too_large_to_be_kept_shows_all_its_numbers()
    {
        var generator = new Generator(3);
        var x = Tensor.Randn(64, 64, generator: generator);
        var labels = Tensor.RandInt(0, 10, [64], generator: generator);
        var w1 = Tensor.Randn(64, 32, generator: generator, requiresGrad: true);
        var b1 = Tensor.Randn(32, generator: generator, requiresGrad: true);
        var w2 = Tensor.Randn(32, 10, generator: generator, requiresGrad: true);
        var product = x.MatMul(w1);
        var hidden = (product + b1).Tanh();
        var logits = hidden.MatMul(w2);
        var loss = Functional.CrossEntropy(logits, labels);
        Tensor[] inside = [product, hidden, logits];
        Array.ForEach(inside, tensor => tensor.RetainGrad());
        Assert.All(loss.Graph().Nodes, node => Assert.NotNull(node.Value));
        loss.Backward();

        var graph = loss.Graph();
        Assert.All(graph.Nodes, node => Assert.NotNull(node.Value));
        Assert.All(graph.Nodes, node => Assert.Null(node.Gathered));
        Assert.All(graph.Edges, edge => Assert.Equal(edge.CarriesGradient, edge.Contribution is not null));
        Assert.Equal(0, AssertAddsUp(graph));
        foreach (var tensor in (Tensor[])[x, labels, w1, b1, w2, .. inside])
        {
            var node = graph.Nodes.Single(node => node.Id == tensor.Node!.Id);
            AssertClose(tensor.Node!, ValueInspector.Summarize(tensor), node.Value);
        }

        foreach (var tensor in (Tensor[])[w1, b1, w2, .. inside])
        {
            var gradient = ValueInspector.Summarize(tensor.Grad);
            AssertClose(tensor.Node!, gradient, graph.Nodes.Single(node => node.Id == tensor.Node!.Id).Gradient);
            AssertClose(tensor.Node!, gradient, graph.Edges.Single(edge => edge.From == tensor.Node!.Id).Contribution);
        }
    }

    /// <summary>Checks every node that a gradient flowed to, and counts those with several uses.</summary>
    internal static int AssertAddsUp(GraphSnapshot graph)
    {
        var uses = graph.Edges.Where(edge => edge.CarriesGradient).ToLookup(edge => edge.From);
        var fanOuts = 0;
        foreach (var node in graph.Nodes.Where(node => uses.Contains(node.Id)))
        {
            var parts = uses[node.Id].Select(edge => edge.Contribution).ToArray();
            Assert.All(parts, Assert.NotNull);
            var size = parts.Max(part => Math.Max(part!.Norm, 1e-300));
            AssertNear(node.Gradient!.Mean, parts.Sum(part => part!.Mean), size);
            for (var i = 0; i < node.Gradient.First.Count; i++)
            {
                AssertNear(node.Gradient.First[i], parts.Sum(part => part!.First[i]), size);
            }

            fanOuts += parts.Length > 1 ? 1 : 0;
        }

        return fanOuts;
    }

    private static int AssertClose(Node node, ValueSummary expected, ValueSummary? found)
    {
        Assert.True(found is not null, $"{node} is not known");
        Assert.Equal(expected.Count, found.Count);
        AssertNear(expected.Norm, found.Norm, expected.Norm);
        AssertNear(expected.Mean, found.Mean, expected.Norm);
        Assert.All(expected.First.Zip(found.First), pair => AssertNear(pair.First, pair.Second, expected.Norm));
        return 1;
    }

    private static void AssertNear(double expected, double found, double size) => Assert.True(
        expected.Equals(found) || Math.Abs(expected - found) <= Tolerance * size, $"{found:R} should be {expected:R}");
}
