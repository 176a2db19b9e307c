namespace NotebookGrad.Tests.Optim;

/// <summary>Misuses of optimisers.</summary>
public static class OptimizerMisuses
{
    private static Tensor W => Tensor.Ones([2, 3], requiresGrad: true).Named("w");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "sgd: there are no parameters; give leaves that require a gradient", () => _ = new Sgd([]) },
        { "adam: parameter 1 is null", () => _ = new Adam([W, null!]) },
        { "sgd: parameter 0, y [2, 3], was made by mul → y [2, 3] (OptimizerMisuses.cs:#); give the leaf itself", () => _ = new Sgd([(W * 2).Named("y")]) },
        { "sgd: parameter 0, n [2], is int64, and only real numbers have gradients", () => _ = new Sgd([Tensor.Of([1L, 2]).Named("n")]) },
        { "adamw: parameter 1, w [2, 3], is given twice; give it once", () => { var w = W; _ = new AdamW([w, w]); } },
        { "sgd: lr cannot be -1; give a number of at least 0", () => _ = new Sgd([W], -1) },
        { "sgd: momentum cannot be NaN; give a number of at least 0", () => _ = new Sgd([W], 1, double.NaN) },
        { "adam: beta2 cannot be 1; give a number of at least 0 and below 1", () => _ = new Adam([W], betas: (0.9, 1)) },
        { "sgd: nesterov needs momentum, which is 0, and no dampening, which is 0", () => _ = new Sgd([W], nesterov: true) },
        { "sgd: there is no option momentum here; there are lr, weight_decay", () => new Sgd([W]).Groups[0]["momentum"] = 0.9 },
        { "adam: lr cannot be Infinity; give a number of at least 0", () => new Adam([W]).LearningRate = double.PositiveInfinity },
        { "adam: v [1] is none of its parameters", () => new Adam([W]).StateOf(Tensor.Ones([1]).Named("v")) },
        { "adam: made in a function that is being compiled, it would forget all between calls; make the optimiser outside, and call only Step inside", () => Autograd.Compile((Tensor x) => { _ = new Adam([W]); return x; }).Call(Tensor.Ones([1])) },
    };
}
