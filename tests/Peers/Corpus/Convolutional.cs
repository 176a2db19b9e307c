using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Peers.Corpus;

/// <summary>Networks on images.</summary>
internal static class Convolutional
{
    /// <summary>Two convolutions with pooling and two dense layers (LeCun et al. 1998).</summary>
    public static Tensor LeNet()
    {
        var x = Functional.MaxPool2d(Convolve(Input(1, 1, 12, 12), 4).Relu(), 2);
        x = Functional.MaxPool2d(Convolve(x, 8).Relu(), 2).Flatten(1);
        return Functional.CrossEntropy(Dense(Dense(x, 16).Relu(), 10), Tensor.Of([3L]));
    }

    /// <summary>Stages of two convolutions and a pooling (Simonyan and Zisserman 2015).</summary>
    public static Tensor Vgg(int stages)
    {
        var x = Input(1, 3, 1 << stages, 1 << stages);
        for (var stage = 0; stage < stages; stage++)
        {
            x = Functional.MaxPool2d(Convolve(Convolve(x, 2).Relu(), 2).Relu(), 2);
        }

        return Functional.CrossEntropy(Dense(x.Flatten(1), 10), Tensor.Of([3L]));
    }

    /// <summary>Blocks of two normalized convolutions beside a shortcut (He et al. 2016).</summary>
    public static Tensor ResNet(int blocks)
    {
        var x = Convolve(Input(2, 3, 6, 6), 4);
        for (var block = 0; block < blocks; block++)
        {
            var inner = Normalize(Convolve(Normalize(Convolve(x, 4)).Relu(), 4));
            x = (inner + (block % 2 == 0 ? x : Convolve(x, 4, size: 1))).Relu();
        }

        return Functional.CrossEntropy(Dense(x.Mean([2, 3]), 10), Tensor.Of([3L, 1]));
    }

    /// <summary>Down and up again, each level handing what it found across (Ronneberger et al. 2015).</summary>
    public static Tensor UNet(int levels)
    {
        var x = Input(1, 1, 2 << levels, 2 << levels);
        var across = new Stack<Tensor>();
        for (var level = 0; level < levels; level++)
        {
            x = Twice(x);
            across.Push(x);
            x = Functional.MaxPool2d(x, 2);
        }

        x = Twice(x);
        while (across.TryPop(out var skipped))
        {
            x = Twice(Tensor.Cat([skipped, Functional.Interpolate(x, scaleFactor: 2)], 1));
        }

        return Functional.MseLoss(Convolve(x, 1, size: 1), Input(1, 1, 2 << levels, 2 << levels));
    }

    /// <summary>Modules of four branches side by side (Szegedy et al. 2015).</summary>
    public static Tensor Inception(int modules)
    {
        var x = Input(1, 4, 5, 5);
        for (var module = 0; module < modules; module++)
        {
            x = Tensor.Cat(
                [
                    Convolve(x, 2, size: 1).Relu(),
                    Convolve(Convolve(x, 2, size: 1).Relu(), 2).Relu(),
                    Convolve(Convolve(x, 2, size: 1).Relu(), 2, size: 5).Relu(),
                    Convolve(Functional.AvgPool2d(x, 3, 1, 1), 2, size: 1).Relu(),
                ],
                1);
        }

        return Dense(x.Mean([2, 3]), 10).LogSoftmax(-1).Mean();
    }

    private static Tensor Convolve(Tensor x, int features, int size = 3) =>
        Functional.Conv2d(x, Weight(features, x.Shape[1], size, size), Weight(features), padding: "same");

    private static Tensor Twice(Tensor x) => Convolve(Convolve(x, 2).Relu(), 2).Relu();

    private static Tensor Normalize(Tensor x) =>
        Functional.BatchNorm(x, null, null, Weight(x.Shape[1]), Weight(x.Shape[1]), training: true);
}
