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
    };
}
