namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The table for graphics processors: each row with what it should reach there.</summary>
internal static class DeviceCases
{
    // Of the bandwidth of a copy.
    private static readonly Aim Copying = new(0.95, IsShare: true);

    // Of millions of sums some are so close to 0 that rounding decides whether relu lets them pass; what a single one
    // changes in the gradients Adam's first step makes as large as everything else.
    private const double Chance = 2e-3;

    /// <summary>Those that make sense on a device, in sizes that suit it.</summary>
    public static IReadOnlyList<Case> On(Target target) => All(
        target.Info.IsProcessor ? DeviceSizes.Small : DeviceSizes.Full, DeviceProducts.Kinds(target));

    /// <summary>All, with products of some kinds. The first only copies: by it others are measured.</summary>
    public static IReadOnlyList<Case> All(DeviceSizes sizes, IEnumerable<ProductKind> products)
    {
        var (exponent, rows, columns, width) = (sizes.Exponent, sizes.Rows, sizes.Columns, sizes.Width);
        var count = 1 << exponent;
        return
        [
            new($"copy 2^{exponent}", aim: null, () => Of(x => x.Clone()), Passes(2)),
            new($"add 2^{exponent}", Copying, Addition, Passes(3)),
            new($"relu 2^{exponent}", Copying, () => Of(x => x.Relu()), Passes(2)),
            new($"exp 2^{exponent}", Copying, () => Of(x => x.Exp()), Passes(2)),
            new($"compiled chain of 8 operations over 2^{exponent}", aim: 0.35, Chain, Passes(2)),
            new($"sum 2^{exponent}", aim: 1.05, Sum, Passes(1)),
            new($"softmax {rows}×{columns}", aim: 1.1, () => OfRows(x => x.Softmax(1))),
            new($"layer_norm {rows}×{columns}", aim: 1.1, LayerNorm),
            ClassLosses.ForwardAndBackward(rows, columns, aim: 1.1),
            .. products.Select(kind => DeviceProducts.Of(sizes.Side, kind)),
            new($"step of an MLP {sizes.Batch}×{width}-{width}-{width}-{width}-10, relu, cross-entropy, Adam", aim: 1.1,
                () => Networks.WidePerceptron(sizes.Batch, width, width, width, width, 10), tolerance: Chance),
            new("step of an MLP 32×2-16-1, tanh, MSE, SGD", aim: 1.0,
                () => Networks.SmallPerceptron(isCompiled: false)),
            new("compiled step of an MLP 32×2-16-1, tanh, MSE, SGD", aim: 1.0,
                () => Networks.SmallPerceptron(isCompiled: true)),
            new("step of LeNet-5 on 64×1×28×28, SGD", aim: null, Networks.LeNet),
            new("step of an LSTM 32×50×64, SGD", aim: null, () => Networks.Lstm(isCompiled: false)),
            new("compiled step of an LSTM 32×50×64, SGD", aim: null, () => Networks.Lstm(isCompiled: true)),
            new("step of a transformer block 8×128×256, SGD", aim: 1.2, Networks.Transformer),
        ];

        Work Passes(int tensors) => new((double)tensors * count * sizeof(float), WorkKind.Traffic);

        Iteration Of(Func<Tensor, Tensor> function)
        {
            var x = Numbers.Wave(0.7, count);
            return Iteration.Of(() => function(x));
        }

        Iteration Addition()
        {
            var (a, b) = (Numbers.Wave(0.7, count), Numbers.Wave(1.3, count));
            return Iteration.Of(() => a + b);
        }

        Iteration Chain()
        {
            var x = Numbers.Wave(0.7, count);
            var compiled = Autograd.Compile((Tensor x) =>
                (((((x * 1.5f) + 0.5f).Relu() * x).Tanh() + 1f).Sigmoid()) - x);
            return Iteration.Of(() => compiled.Call(x));
        }

        // Nothing negative: where numbers cancel, what is left is the rounding of those who add in another order.
        Iteration Sum()
        {
            var x = Numbers.Wave(0.7, count).Square();
            return Iteration.Of(() => x.Sum());
        }

        Iteration OfRows(Func<Tensor, Tensor> function)
        {
            var x = Numbers.Wave(0.7, rows, columns);
            return Iteration.Of(() => function(x));
        }

        Iteration LayerNorm()
        {
            var (weight, bias) = (Numbers.Wave(0.3, columns), Numbers.Wave(0.5, columns));
            return OfRows(x => Functional.LayerNorm(x, [columns], weight, bias));
        }
    }
}
