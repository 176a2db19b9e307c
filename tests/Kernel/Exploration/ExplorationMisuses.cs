namespace NotebookGrad.Tests.Exploration;

/// <summary>Misuses of <c>Explore</c>.</summary>
public static class ExplorationMisuses
{
    public static TheoryData<string, Action> Rows() => new()
    {
        { "activation: from 2 to 2 there are no inputs; give two finite numbers, the least first", () => Explore.Activation(x => x, from: 2, to: 2) },
        { "activation: f makes [] of x [1201]; give a function of each number alone, which keeps the shape", () => Explore.Activation(x => x.Sum(0).Exp()) },
        { "activation: softmax makes 6.11363E-08 of -6, and 2.06108E-05 when it is called with others; give a function of each number alone, not one such as softmax or dropout", () => Explore.Activation(x => x.Softmax(0)) },
    };
}
