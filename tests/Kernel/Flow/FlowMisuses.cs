using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Flow;

/// <summary>Misuses of gradient flows.</summary>
public static class FlowMisuses
{
    public static TheoryData<string, Action> Rows() => new()
    {
        { "gradient flow: flatten has no parameters; there is nothing to watch", () => GradientFlow.Watch(new Flatten()) },
        { "gradient flow: there are no parameters; give what the optimiser changes", () => GradientFlow.Watch([]) },
        { "gradient flow: every is 0; give 1 for each step, 10 for every tenth", () => GradientFlow.Watch(Trained.Net(), 0) },
        { "gradient flow: parameter 0, x [2], is no leaf that requires a gradient; give what the optimiser changes", () => GradientFlow.Watch([Tensor.Ones([2]).Named("x")]) },
        { "gradient flow: no backward pass has reached the network yet; call loss.Backward() first", () => GradientFlow.Watch(Trained.Net()).OnGraph() },
        { "compare: 1 run given; give at least two, each with its name", () => GradientFlow.Compare(("a", GradientFlow.Watch(Trained.Net()))) },
        { "compare: a run has no flow; give each what GradientFlow.Watch has returned", () => GradientFlow.Compare(("a", GradientFlow.Watch(Trained.Net())), ("b", null!)) },
    };
}
