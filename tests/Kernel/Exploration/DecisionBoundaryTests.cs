using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Exploration;

public class DecisionBoundaryTests
{
    private static readonly Tensor Points = Tensor.Of(new[,] { { -1.0, 0 }, { 1, 0 }, { 0.5, 0.5 }, { 0, 3 } });
    private static readonly Tensor Labels = Tensor.Of([0L, 1, 0, 1]);

    [Fact]
    public void One_logit_decides_between_two_classes()
    {
        var boundary = Explore.DecisionBoundary(points => points[.., 0] - (0.5 * points[.., 1]), Points, Labels);
        Assert.Equal((61, 61, 61 * 61), (boundary.X.Count, boundary.Y.Count, boundary.Decisions.Sum(row => row.Count)));
        Assert.Equal((-1.16, 1.16, -0.24, 3.24), (boundary.X[0], boundary.X[^1], boundary.Y[0], boundary.Y[^1]));
        foreach (var (row, y) in boundary.Y.Index())
        {
            foreach (var (column, x) in boundary.X.Index())
            {
                var second = 1 / (1 + Math.Exp((0.5 * y) - x));
                var decision = boundary.Decisions[row][column];
                Assert.Equal(Math.Max(second, 1 - second), decision.Probability, 1e-12);
                Assert.Equal(1 - decision.Probability, decision.RunnerUp, 1e-12);
                Assert.Equal(x - (0.5 * y) > 0 ? 1 : 0, decision.Class);
            }
        }

        Assert.Equal([0, 1, 1, 0], boundary.Points.Select(point => point.Predicted));
        Assert.Equal(2, boundary.Right);
    }

    [Fact]
    public void Of_several_logits_the_largest_decides_by_softmax()
    {
        var weights = Tensor.Of(new[,] { { 1.0, 0, -2 }, { 0, 2, 1 } });
        var boundary = Explore.DecisionBoundary(points => points.MatMul(weights), Points, Labels, ["a", "b", "c"]);
        var (x, y) = (boundary.X[10], boundary.Y[50]);
        double[] logits = [x, 2 * y, y - (2 * x)];
        var total = logits.Sum(Math.Exp);
        var decision = boundary.Decisions[50][10];
        Assert.Equal(logits.IndexOf(logits.Max()), decision.Class);
        Assert.Equal(Math.Exp(logits.Max()) / total, decision.Probability, 1e-12);
        Assert.Equal(Math.Exp(logits.Order().ElementAt(1)) / total, decision.RunnerUp, 1e-12);
        Assert.Equal(["a", "b", "c"], boundary.Classes);
    }

    [Fact]
    public void Probabilities_are_taken_as_they_are()
    {
        var one = Explore.DecisionBoundary(points => points[.., 0].Sigmoid(), Points, Labels, probabilities: true);
        var two = Explore.DecisionBoundary(points => points[.., 0], Points, Labels);
        Assert.Equal(two.Decisions[30], one.Decisions[30]);
    }

    [Fact]
    public void A_module_is_called_unrecorded_and_as_after_training_and_is_then_as_before()
    {
        var seen = new List<bool>();
        var net = new Sequential(new Linear(2, 3), new Dropout(0.5).Eval(), new BatchNorm1d(3), new Linear(3, 2));
        net.RegisterForwardHook((module, _, outputs) => seen.Add(module.IsTraining || outputs[0].RequiresGrad));
        var before = net.StateDict();
        Explore.DecisionBoundary(net, Points.To(DType.Float32), Labels);
        Assert.Equal([false, false], seen);
        Assert.Equal([true, true, false, true, true], net.NamedModules.Select(part => part.Value.IsTraining));
        Assert.All(net.StateDict(), pair => Assert.True(pair.Value.Equal(before[pair.Key])));

        Assert.ThrowsAny<ArgumentException>(() => Explore.DecisionBoundary(net, Points.To(DType.Float32), Labels[..3]));
        Assert.True(net.IsTraining);
    }

    [Fact]
    public void Where_a_probability_is_NaN_there_is_no_decision()
    {
        var boundary = Explore.DecisionBoundary(points => points[.., 0].Log(), Points, Labels);
        Assert.All(boundary.Decisions, row => Assert.All(
            row.Zip(boundary.X), pair => Assert.Equal(pair.Second < 0, pair.First.Class < 0)));
        Assert.Equal([-1, 0, 0, 0], boundary.Points.Select(point => point.Predicted));
    }

    [Fact]
    public void One_point_has_room_around_it_and_labels_may_be_a_column()
    {
        var boundary = Explore.DecisionBoundary(points => points, Points[..1], Labels[..1].Unsqueeze(1));
        Assert.Equal((-2, 0, -1, 1), (boundary.X[0], boundary.X[^1], boundary.Y[0], boundary.Y[^1]));
    }
}
