namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Steps of training: forward, backward, and the change of the parameters.</summary>
internal static class Networks
{
    private const double Rate = 0.01;

    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        new("step of an MLP 32×2-16-1, tanh, MSE, SGD", aim: 0.2, () => SmallPerceptron(isCompiled: false)),
        new("compiled step of an MLP 32×2-16-1, tanh, MSE, SGD", aim: 0.07, () => SmallPerceptron(isCompiled: true)),
        new("step of an MLP 64×784-128-10, relu, cross-entropy, SGD", aim: 0.9, DigitPerceptron),
        new("step of an MLP 512×1024-1024-1024-10, relu, cross-entropy, Adam", aim: 0.95,
            () => WidePerceptron(512, 1024, 1024, 1024, 10)),
        new("step of LeNet-5 on 64×1×28×28, SGD", aim: 0.9, LeNet),
        new("step of an LSTM 32×50×64, SGD", aim: 0.9, () => Lstm(isCompiled: false)),
        new("compiled step of an LSTM 32×50×64, SGD", aim: 0.9, () => Lstm(isCompiled: true)),
        new("step of a transformer block 8×128×256, SGD", aim: 0.9, Transformer),
    ];

    /// <summary>A network so small that its time is that of asking for the work.</summary>
    public static Iteration SmallPerceptron(bool isCompiled)
    {
        var (inputs, targets) = (Numbers.Wave(0.7, 32, 2), Numbers.Wave(1.3, 32, 1));
        Tensor[] p =
        [
            Numbers.Parameter(0.3, 2, 16), Numbers.Parameter(0.5, 16),
            Numbers.Parameter(0.9, 16, 1), Numbers.Parameter(1.1, 1),
        ];
        return Descent(p, () =>
        {
            var hidden = (inputs.MatMul(p[0]) + p[1]).Tanh();
            return Functional.MseLoss(hidden.MatMul(p[2]) + p[3], targets);
        }, isCompiled);
    }

    private static Iteration DigitPerceptron()
    {
        var (inputs, targets) = (Numbers.Wave(0.7, 64, 784), Numbers.Positions(10, 64));
        var p = Layers(784, 128, 10);
        return Descent(p, () => Functional.CrossEntropy(Perceptron(inputs, p), targets));
    }

    /// <summary>Layers of some widths, the first that of the inputs, the last the number of classes.</summary>
    public static Iteration WidePerceptron(int batch, params int[] widths)
    {
        var (inputs, targets) = (Numbers.Wave(0.7, batch, widths[0]), Numbers.Positions(widths[^1], batch));
        var p = Layers(widths);
        return Training(p, () => Functional.CrossEntropy(Perceptron(inputs, p), targets), new Adam(p));
    }

    /// <summary>Convolutions of images, and three layers.</summary>
    public static Iteration LeNet()
    {
        var (images, targets) = (Numbers.Wave(0.7, 64, 1, 28, 28), Numbers.Positions(10, 64));
        Tensor[] p =
        [
            Small(0.3, 6, 1, 5, 5), Small(0.5, 6), Small(0.9, 16, 6, 5, 5), Small(1.1, 16),
            .. Layers(400, 120, 84, 10),
        ];
        return Descent(p, () =>
        {
            var maps = Functional.MaxPool2d(Functional.Conv2d(images, p[0], p[1], padding: 2).Tanh(), 2);
            maps = Functional.MaxPool2d(Functional.Conv2d(maps, p[2], p[3]).Tanh(), 2);
            return Functional.CrossEntropy(Perceptron(maps.Flatten(1), p[4..]), targets);
        });
    }

    /// <summary>Gates step by step, as a lecture writes them; PyTorch has one operation for all steps.</summary>
    public static Iteration Lstm(bool isCompiled)
    {
        const int width = 64;
        var (inputs, target) = (Numbers.Wave(0.7, 50, 32, width), Numbers.Wave(1.3, 32, width));
        Tensor[] p =
        [
            Small(0.3, 4 * width, width), Small(0.5, 4 * width, width), Small(0.9, 4 * width), Small(1.1, 4 * width),
        ];
        var zeros = Tensor.Zeros([32, width]);
        return Descent(p, () =>
        {
            var (h, c) = (zeros, zeros);
            foreach (var x in inputs.Unbind())
            {
                var gates = (Functional.Linear(x, p[0], p[2]) + Functional.Linear(h, p[1], p[3])).Chunk(4, 1);
                c = (gates[1].Sigmoid() * c) + (gates[0].Sigmoid() * gates[2].Tanh());
                h = gates[3].Sigmoid() * c.Tanh();
            }

            return Functional.MseLoss(h, target);
        }, isCompiled);
    }

    /// <summary>Attention and two layers, with what normalises them.</summary>
    public static Iteration Transformer()
    {
        const int width = 256;
        const int heads = 4;
        var (inputs, target) = (Numbers.Wave(0.7, 8, 128, width), Numbers.Wave(1.3, 8, 128, width));
        Tensor[] p =
        [
            Small(0.3, 3 * width, width), Small(0.5, 3 * width), Small(0.9, width, width), Small(1.1, width),
            Numbers.Parameter(0.2, width), Small(0.4, width),
            Small(0.6, 4 * width, width), Small(0.8, 4 * width), Small(1.2, width, 4 * width), Small(1.4, width),
            Numbers.Parameter(0.1, width), Small(0.15, width),
        ];
        return Descent(p, () =>
        {
            var qkv = Functional.Linear(inputs, p[0], p[1]).Reshape(8, 128, 3, heads, width / heads)
                .Permute(2, 0, 3, 1, 4).Unbind();
            var mixed = Functional.ScaledDotProductAttention(qkv[0], qkv[1], qkv[2]);
            var joined = Functional.Linear(mixed.Transpose(1, 2).Reshape(8, 128, width), p[2], p[3]);
            var x = Functional.LayerNorm(inputs + joined, [width], p[4], p[5]);
            var inner = Functional.Gelu(Functional.Linear(x, p[6], p[7]));
            x = Functional.LayerNorm(x + Functional.Linear(inner, p[8], p[9]), [width], p[10], p[11]);
            return Functional.MseLoss(x, target);
        });
    }

    /// <summary>Small enough that nothing saturates.</summary>
    private static Tensor Small(double pace, params int[] shape)
    {
        var parameter = Numbers.Wave(pace, shape) * 0.1f;
        parameter.RequiresGrad = true;
        return parameter;
    }

    private static Tensor[] Layers(params int[] widths) =>
    [
        .. widths.Zip(widths[1..]).SelectMany((pair, layer) => new[]
        {
            Small(0.3 + (0.2 * layer), pair.Second, pair.First), Small(0.4 + (0.2 * layer), pair.Second),
        }),
    ];

    private static Tensor Perceptron(Tensor x, Tensor[] p)
    {
        for (var layer = 0; layer < p.Length; layer += 2)
        {
            x = Functional.Linear(layer == 0 ? x : x.Relu(), p[layer], p[layer + 1]);
        }

        return x;
    }

    private static Iteration Descent(Tensor[] parameters, Func<Tensor> loss, bool isCompiled = false) =>
        Training(parameters, loss, new Sgd(parameters, Rate), isCompiled);

    private static Iteration Training(
        Tensor[] parameters, Func<Tensor> loss, Optimizer optimizer, bool isCompiled = false)
    {
        Tensor last = null!;
        var run = isCompiled ? Autograd.Compile(Step).Call : Step;
        return new(() => last = run(), () => [last, .. parameters]);

        Tensor Step()
        {
            optimizer.ZeroGrad();
            var value = loss();
            value.Backward();
            optimizer.Step();
            return value;
        }
    }
}
