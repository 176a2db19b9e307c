namespace NotebookGrad.Gallery;

/// <summary>A network of one hidden layer that has learned to read the digits of the course.</summary>
internal sealed class Digits
{
    private const int Epochs = 30;
    private const int BatchSize = 32;
    private const double Rate = 0.5;

    private static readonly Lazy<Digits> Trained = new(() => new Digits());

    private readonly Generator random = new(1);
    private readonly Tensor w1;
    private readonly Tensor b1;
    private readonly Tensor w2;
    private readonly Tensor b2;

    private Digits()
    {
        var digits = Datasets.Digits(DType.Float64);
        (Images, Labels) = (digits.Features.Flatten(1), digits.Labels.Named("labels"));
        (w1, b1, w2, b2) = (Weights(64, 32), Weights(32), Weights(32, 10), Weights(10));
        Losses = new Curve("loss", "epoch", ("mean of an epoch", [.. Enumerable.Range(0, Epochs).Select(_ => Epoch())]))
        {
            LogScale = true,
            Start = 1,
        };
    }

    /// <summary>The network, trained at the first use.</summary>
    public static Digits Network => Trained.Value;

    /// <summary>The images, 64 pixels each from 0 to 1.</summary>
    public Tensor Images { get; }

    /// <summary>What each image shows.</summary>
    public Tensor Labels { get; }

    /// <summary>How it learned.</summary>
    public Curve Losses { get; }

    /// <summary>Copies of what it has learned, which gather gradients of their own.</summary>
    public (Tensor W1, Tensor B1, Tensor W2, Tensor B2) Parameters() =>
        (Copy(w1, "W1"), Copy(b1, "b1"), Copy(w2, "W2"), Copy(b2, "b2"));

    private static Tensor Copy(Tensor parameter, string name) => parameter.Detach().Clone().RequiresGrad_().Named(name);

    private Tensor Weights(params int[] shape)
    {
        var weights = Tensor.Randn(shape, dtype: DType.Float64, generator: random) / Math.Sqrt(shape[0]);
        weights.RequiresGrad = true;
        return weights;
    }

    private Tensor Loss(Tensor batch, Tensor answers) =>
        Functional.CrossEntropy((batch.MatMul(w1) + b1).Tanh().MatMul(w2) + b2, answers);

    private double Epoch()
    {
        var (order, sum, steps) = (Tensor.RandPerm(Labels.Shape[0], generator: random), 0.0, 0);
        for (var start = 0; start < Labels.Shape[0]; start += BatchSize)
        {
            var chosen = order[start..Math.Min(start + BatchSize, Labels.Shape[0])];
            var loss = Loss(Images.IndexSelect(0, chosen), Labels.IndexSelect(0, chosen));
            loss.Backward();
            sum += loss.Item<double>();
            steps++;
            using (Autograd.NoGrad())
            {
                foreach (var parameter in (Tensor[])[w1, b1, w2, b2])
                {
                    parameter.Sub_(Rate * parameter.Grad!);
                    parameter.Grad = null;
                }
            }
        }

        return sum / steps;
    }
}
