using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Exploration;

/// <summary>Misuses of <c>Explore</c>.</summary>
public static class ExplorationMisuses
{
    private static Tensor Points => Tensor.Zeros([4, 2]).Named("x");

    private static Tensor Labels => Tensor.Of([0L, 1, 2, 1]).Named("y");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "activation: from 2 to 2 there are no inputs; give two finite numbers, the least first", () => Explore.Activation(x => x, from: 2, to: 2) },
        { "activation: f makes [] of x [1201]; give a function of each number alone, which keeps the shape", () => Explore.Activation(x => x.Sum(0).Exp()) },
        { "activation: softmax makes 6.11363E-08 of -6, and 2.49738E-05 when it is called with others; give a function of each number alone, not one such as softmax or dropout", () => Explore.Activation(x => x.Softmax(0)) },
        { "decision_boundary: points x [4] must be [n, 2], two numbers for each of one point or more", () => Explore.DecisionBoundary(x => x, Points[.., 0].Named("x"), Labels) },
        { "decision_boundary: no point has a finite number 0; there is nothing to look at", () => Explore.DecisionBoundary(x => x, Points / 0, Labels) },
        { "decision_boundary: of points [3721, 2] the model makes []; it must make logits [3721, k] of k classes, or [3721] of class 1", () => Explore.DecisionBoundary(x => x.Sum(), Points, Labels) },
        { "decision_boundary: labels y [3] must be [4], the number of a class for each point", () => Explore.DecisionBoundary(x => x, Points, Labels[..3].Named("y")) },
        { "decision_boundary: the label 2 is none of the 2 classes that the model tells apart, 0 to 1; number the classes from 0", () => Explore.DecisionBoundary(x => x, Points, Labels) },
        { "decision_boundary: the label -1 is none of the 2 classes that the model tells apart, 0 to 1; number the classes from 0", () => Explore.DecisionBoundary(x => x[.., 0], Points, Labels - 1) },
        { "decision_boundary: there are 1 names for 2 classes; give one for each", () => Explore.DecisionBoundary(x => x, Points, Labels.Clamp(0, 1), ["a"]) },
        { "learning_rate_range: 100 steps from 0 to 10; give two steps or more, from a rate above 0 to a greater one", () => Explore.LearningRateRange(Sgd, () => 1f, from: 0) },
        { "learning_rate_range: 1 steps from 1E-06 to 10; give two steps or more, from a rate above 0 to a greater one", () => Explore.LearningRateRange(Sgd, () => 1f, steps: 1) },
        { "learning_rate_range: the step gave nothing, not a loss of one number; end it with return loss;", () => Explore.LearningRateRange(Sgd, () => null!) },
        { "learning_rate_range: the step gave x [4, 2], not a loss of one number; end it with return loss;", () => Explore.LearningRateRange(Sgd, () => Points) },
        { "learning_rate_range: the step changed the learning rate from 1E-06 to 0.5; leave schedules out of it", () => ChangesTheRate(Sgd) },
        { "loss_surface: there are no parameters that could move", () => Explore.LossSurface(new Relu(), () => 1f) },
        { "loss_surface: radius 0 and 25 points; give a finite radius above 0, and 3 to 101 points", () => Explore.LossSurface(Line, () => 1f, radius: 0) },
        { "loss_surface: radius 1 and 500 points; give a finite radius above 0, and 3 to 101 points", () => Explore.LossSurface(Line, () => 1f, points: 500) },
        { "loss_surface: the function gave x [4, 2], not a loss of one number; end it with return loss;", () => Explore.LossSurface(Line, () => Points) },
        { "loss_surface: the path was recorded of other parameters than linear's; give it that module", () => Explore.LossSurface(Line, () => 1f, new WeightPath(Line)) },
        { "loss_surface: the 0 places of the path lie on a line or on one point, through which there are many planes; record more of them while the weights are trained, or leave the path out", () => WithoutPlaces(Line) },
        { "loss_surface: a direction is [], and the parameters are [], []; give a tensor of the same shape for each", () => Explore.LossSurface([1f, 2f], () => 1f, [1f], [0f, 1f]) },
        { "active_units: behind what sequential makes there is no ReLU; give the activations of a layer themselves, to see which are above 0", () => Explore.ActiveUnits(new Sequential(Line), Points) },
        { "active_units: x [0, 2] has no units; give [examples, units, …] with one or more", () => Explore.ActiveUnits(Points[..0].Named("x"), "x") },
    };

    private static Linear Line => new(2, 1);

    private static Sgd Sgd => new([Tensor.Ones(1, requiresGrad: true)]);

    private static void WithoutPlaces(Linear line) => Explore.LossSurface(line, () => 1f, new WeightPath(line));

    private static void ChangesTheRate(Sgd optimizer) => Explore.LearningRateRange(optimizer, () =>
    {
        optimizer.LearningRate = 0.5;
        return 1f;
    });
}
