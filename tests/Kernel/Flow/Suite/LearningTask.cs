using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Something that a network is to learn.</summary>
/// <param name="Inputs">An example a row.</param>
/// <param name="Targets">What is right for each.</param>
/// <param name="Loss">How wrong outputs are.</param>
internal sealed record LearningTask(Tensor Inputs, Tensor Targets, Func<Tensor, Tensor, Tensor> Loss)
{
    private static readonly Lazy<(Tensor Images, Tensor Labels)> AllDigits = new(() =>
        Datasets.Digits() is var digits ? (digits.Features, digits.Labels) : default);

    /// <summary>Clouds of points, one a class, which are far enough apart.</summary>
    public static LearningTask Clouds(int features, int classes, int count = 256, double spread = 1)
    {
        var centres = Tensor.Randn(classes, features) * 2;
        var labels = Tensor.Arange(count) % classes;
        var labelled = labels.To(DType.Int64);
        return new(centres.IndexSelect(0, labelled) + (Tensor.Randn(count, features) * spread), labelled, Classes);
    }

    /// <summary>Two spirals, one inside the other.</summary>
    public static LearningTask Spirals(int count = 256)
    {
        var half = count / 2;
        var angle = Tensor.Linspace(0.3, 1.8 * Math.PI, half);
        var arm = Tensor.Stack([angle.Cos() * angle / 3, angle.Sin() * angle / 3], 1);
        var points = Tensor.Cat([arm, -arm], 0) + (Tensor.Randn(count, 2) * 0.05);
        return new(points, Tensor.Cat([Tensor.Zeros(half), Tensor.Ones(half)], 0).To(DType.Int64), Classes);
    }

    /// <summary>Handwritten digits as rows of 64 numbers.</summary>
    public static LearningTask Digits(int count = 512)
    {
        var images = DigitImages(count);
        return images with { Inputs = images.Inputs.Flatten(1) };
    }

    /// <summary>Handwritten digits [count, 1, 8, 8].</summary>
    public static LearningTask DigitImages(int count = 512) =>
        new(AllDigits.Value.Images[..count], AllDigits.Value.Labels[..count], Classes);

    /// <summary>Three species of iris by four measurements.</summary>
    public static LearningTask Irises()
    {
        var irises = Datasets.Iris();
        var inputs = irises.Features;
        return new((inputs - inputs.Mean(0)) / inputs.Std(0), irises.Labels, Classes);
    }

    /// <summary>A wave over one number.</summary>
    public static LearningTask Wave(int count = 256, double height = 1)
    {
        var x = Tensor.Rand(count, 1) * 6 - 3;
        return new(x, (x * 1.5).Sin() * height, (output, target) => MseLoss(output, target));
    }

    /// <summary>A smooth function of several numbers.</summary>
    public static LearningTask Surface(int features, int count = 256)
    {
        var x = Tensor.Randn(count, features);
        return new(x, x.MatMul(Tensor.Randn(features, 1)).Tanh() + (0.5 * x[.., ..1]), (output, target) => MseLoss(output, target));
    }

    /// <summary>Sequences [count, length, 1]: is the mean above 0?</summary>
    public static LearningTask Sequences(int length, int count = 256)
    {
        var level = (Tensor.Rand(count, 1, 1) * 2) - 1;
        var x = level + (Tensor.Randn(count, length, 1) * 0.3);
        return new(x, (level.Flatten() > 0).To(DType.Int64), Classes);
    }

    /// <summary>Sequences of letters [count, length], and the letter after each.</summary>
    public static LearningTask Letters(int length, int letters = 12, int count = 128)
    {
        var start = (Tensor.Rand(count, 1) * letters).Floor();
        var text = ((start + (3 * Tensor.Arange(length + 1).Unsqueeze(0))) % letters).To(DType.Int64);
        return new(
            text[.., ..^1],
            text[.., 1..],
            (output, target) => CrossEntropy(output.Reshape(-1, output.Shape[^1]), target.Reshape(-1)));
    }

    /// <summary>The same with inputs that are made something else of.</summary>
    public LearningTask With(Func<Tensor, Tensor> inputs) => this with { Inputs = inputs(Inputs) };

    /// <summary>The same with targets that have nothing to do with the inputs.</summary>
    public LearningTask Shuffled() => this with { Targets = Targets.IndexSelect(0, Tensor.Of(Generator.Default.Permutation(Targets.Shape[0]))) };

    private static Tensor Classes(Tensor output, Tensor target) => CrossEntropy(output, target);
}
