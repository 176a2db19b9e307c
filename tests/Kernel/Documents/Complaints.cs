namespace NotebookGrad.Tests.Documents;

/// <summary>What users of PyTorch complain about most, run here.</summary>
internal static class Complaints
{
    public static IReadOnlyList<Complaint> All { get; } =
    [
        new("A second backward", "“Trying to backward through the graph a second time”, without saying which part.", () =>
        {
            var x = Tensor.Of(3f, requiresGrad: true).Named("x");
            var shared = x.Exp().Named("shared");
            var (first, second) = ((shared * 2).Named("first"), (shared * 3).Named("second"));
            first.Backward();
            return Error(() => second.Backward());
        }),
        new("A change in place of something that a derivative needs", "Names the saver, never the line that changed it.", () =>
        {
            var x = Tensor.Of([1f, 2f], requiresGrad: true).Named("x");
            var h = x.Tanh().Named("h");
            var y = (h * h).Sum();
            h.Add_(1);
            return Error(() => y.Backward());
        }),
        new("A parameter changed while operations are recorded", "An error that does not name the parameter.", () =>
        {
            var w = Tensor.Of([1f, 2f], requiresGrad: true).Named("w");
            return Error(() => w.Sub_(0.1));
        }),
        new("NaN in a gradient, through a branch that was not taken", "NaN in silence; anomaly mode names the function only.", () =>
        {
            var x = Tensor.Of([0f, 4f], requiresGrad: true).Named("x");
            using var anomalies = Autograd.DetectAnomaly();
            return Error(() => Tensor.Where(x > 0, x.Sqrt(), Tensor.ZerosLike(x)).Sum().Backward());
        }),
        new("Infinity in the forward pass", "Anomaly mode looks at gradients, and at NaN, alone.", () =>
        {
            var logits = Tensor.Of([1f, 100f], requiresGrad: true).Named("logits");
            using var anomalies = Autograd.DetectAnomaly();
            return Error(() => logits.Exp());
        }),
        new("A loss that broadcasts (N, 1) against (N)", "A warning at best, and a loss of N·N differences.", () =>
        {
            var prediction = Tensor.Zeros(4, 1, requiresGrad: true).Named("prediction");
            var target = Tensor.Ones(4).Named("target");
            return Error(() => Functional.MseLoss(prediction, target));
        }),
        new("`.grad` of a result is null", "Null and a warning.", () =>
        {
            var x = Tensor.Of(2f, requiresGrad: true).Named("x");
            var h = (x * x).Named("h");
            h.Exp().Backward();
            return Error(() => _ = h.Grad);
        }),
        new("`total += loss` keeps every graph alive", "Memory grows in silence.", () =>
        {
            var w = Tensor.Of(2f, requiresGrad: true).Named("w");
            var total = Tensor.Of(0f).Named("total");
            for (var step = 0; step < 100; step++)
            {
                total += (w * step).Tanh();
            }

            return Graph.Held(total).ToString();
        }),
        new("Backward of something that is not a single number", "“grad can be implicitly created only for scalar outputs”.", () =>
        {
            var x = Tensor.Of([1f, 2f], requiresGrad: true).Named("x");
            return Error(() => x.Exp().Named("y").Backward());
        }),
        new("Backward of something without a graph", "“does not require grad and does not have a grad_fn”.", () =>
        {
            var x = Tensor.Of(2f).Named("x");
            return Error(() => (x * x).Named("loss").Backward());
        }),
        new("An input that the output does not depend on", "“One of the differentiated Tensors appears to not have been used”.", () =>
        {
            var a = Tensor.Of(2f, requiresGrad: true).Named("a");
            var b = Tensor.Of(2f, requiresGrad: true).Named("b");
            return Error(() => Autograd.Grad(a.Exp().Named("y"), [a, b]));
        }),
        new("A float64 seed for a float32 output", "Accepted in silence.", () =>
        {
            var y = Tensor.Of([1f, 2f], requiresGrad: true).Exp().Named("y");
            return Error(() => y.Backward(Tensor.Of([1.0, 1.0])));
        }),
        new("A derivative that was written wrongly", "Two numbers and no reason.", () =>
        {
            var cube = Autograd.Function("cube", x => x * x * x, slope: (x, y) => 3 * x);
            return Autograd.GradCheck(cube, Tensor.Of([0.5, 2.0])).ToString();
        }),
        new("The Hessian of a linear function", "An error: the gradient does not depend on the input.", () =>
        {
            return Autograd.Hessian(x => x.Sum(), Tensor.Of([1f, 2f])).ToString();
        }),
        new("A very deep graph", "Works in PyTorch; overflows the stack in many others.", () =>
        {
            var x = Tensor.Of(0.5f, requiresGrad: true);
            var y = x;
            for (var i = 0; i < 200_000; i++)
            {
                y = y.Sin();
            }

            y.Backward();
            return x.Grad.ToString();
        }),
    ];

    private static string Error(Action program) => Assert.ThrowsAny<Exception>(program).Message;
}
