using NotebookGrad.Tests.Devices;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Laws;

/// <summary>What holds for every differentiable function, on 10,000 random graphs each.</summary>
public abstract class GraphSuite : DeviceSuite
{
    private readonly Proof proof;

    private protected GraphSuite(Device device, Proof proof)
        : base(device) => this.proof = proof;

    [DeviceFact]
    public void Forward_mode_is_the_transpose_of_reverse_mode() => Law.Holds(proof, graph =>
    {
        var y = graph.Value();
        var (u, v) = (graph.Directions(10), RandomGraph.Direction(y.Shape, 20));
        var pushed = Dot([Autograd.Jvp(y, graph.Leaves, u)], [v]);
        Assert.Equal(Dot(u, Pull(y, graph.Leaves, v)), pushed, 1e-10 * (1 + Math.Abs(pushed)));
    });

    [DeviceFact]
    public void The_derivative_is_linear_in_its_direction() => Law.Holds(proof, graph =>
    {
        var y = graph.Value();
        var (u, w) = (graph.Directions(10), graph.Directions(30));
        var both = u.Zip(w, (a, b) => (2 * a) - (3 * b)).ToArray();
        var parts = (2 * Autograd.Jvp(y, graph.Leaves, u)) - (3 * Autograd.Jvp(y, graph.Leaves, w));
        Law.AssertClose([parts], [Autograd.Jvp(y, graph.Leaves, both)]);
    });

    [DeviceFact]
    public void The_gradient_is_linear_in_its_cotangent() => Law.Holds(proof, graph =>
    {
        var y = graph.Value();
        var (v, w) = (RandomGraph.Direction(y.Shape, 20), RandomGraph.Direction(y.Shape, 40));
        var parts = Pull(y, graph.Leaves, v).Zip(Pull(y, graph.Leaves, w), (a, b) => (2 * a) - (3 * b));
        Law.AssertClose(parts, Pull(y, graph.Leaves, (2 * v) - (3 * w)));
    });

    [DeviceFact]
    public void The_derivative_is_the_limit_of_differences() => Law.Holds(proof, graph =>
    {
        const double Step = 1e-4;
        var u = graph.Directions(10);
        Tensor At(double step) => graph.Apply([.. graph.Leaves.Zip(u, (leaf, direction) => leaf.Detach() + (step * direction))]);

        // Of fourth order in the step.
        var slope = ((8 * (At(Step) - At(-Step))) - At(2 * Step) + At(-2 * Step)) / (12 * Step);
        var pushed = Autograd.Jvp(graph.Value(), graph.Leaves, u).Detach();
        Assert.Equal(0, (slope - pushed).Abs().Sum().Item<double>(), 1e-8 * (1 + pushed.Abs().Sum().Item<double>()));
    });

    [DeviceFact]
    public void Hessian_vector_products_are_the_same_by_every_order_of_modes() => Law.Holds(proof, graph =>
    {
        var loss = (graph.Value() * 1.5).Sum();
        var leaves = graph.Leaves.Where(leaf => Graphs.Reaches(loss, leaf)).ToArray();
        var u = leaves.Select((leaf, i) => RandomGraph.Direction(leaf.Shape, 10 + i)).ToArray();
        var gradients = Autograd.Grad(loss, leaves, createGraph: true);

        var forwardOverReverse = gradients.Select(gradient => Autograd.Jvp(gradient, leaves, u)).ToArray();
        var reverseOverForward = Pull(Autograd.Jvp(loss, leaves, u), leaves, null);
        var reverseOverReverse = Pull(gradients.Zip(u, (a, b) => (a * b).Sum()).Aggregate((a, b) => a + b), leaves, null);
        Law.AssertClose(forwardOverReverse, reverseOverForward);
        Law.AssertClose(forwardOverReverse, reverseOverReverse);
    });

    private static Tensor[] Pull(Tensor y, Tensor[] leaves, Tensor? cotangent)
    {
        var reached = leaves.Where(leaf => Graphs.Reaches(y, leaf)).ToArray();
        var found = reached.Length == 0 ? [] : Autograd.Grad(y, reached, cotangent, retainGraph: true);
        return Array.ConvertAll(leaves, leaf => Array.IndexOf(reached, leaf) is var i and >= 0 ? found[i] : Tensor.ZerosLike(leaf));
    }

    private static double Dot(Tensor[] a, Tensor[] b) => a.Zip(b, (x, y) => (x.Detach() * y.Detach()).Sum().Item<double>()).Sum();
}
