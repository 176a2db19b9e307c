using NotebookGrad.Nn;

namespace NotebookGrad.Gallery;

/// <summary>Deep networks for the digits of the course, and the plain loop that trains them.</summary>
internal static class DeepNetwork
{
    private const int Width = 32;
    private const int BatchSize = 64;

    /// <summary>Linear layers with a function after each but the last.</summary>
    public static Sequential Of(int layers, Func<Module<Tensor, Tensor>> function)
    {
        Tensor.Seed(1);
        var all = Enumerable.Range(0, layers).SelectMany(layer => layer < layers - 1
            ? new[] { Linear(layer == 0 ? 64 : Width, Width), function() }
            : [Linear(Width, 10)]);
        return new Sequential([.. all]);
    }

    /// <summary>Trains on batches of digits, each step's gradients clipped to a norm where one is given.</summary>
    public static void Train(Module<Tensor, Tensor> network, int steps, double rate, double? clip = null)
    {
        var optimizer = new Sgd(network.Parameters, rate, momentum: 0.9);
        for (var step = 0; step < steps; step++)
        {
            var first = step * BatchSize % (Digits.Network.Labels.Shape[0] - BatchSize);
            optimizer.ZeroGrad();
            var scores = network.Call(Digits.Network.Images[first..(first + BatchSize)]);
            Functional.CrossEntropy(scores, Digits.Network.Labels[first..(first + BatchSize)]).Backward();
            if (clip is { } norm)
            {
                GradientClipping.ClipGradNorm_(network.Parameters, norm);
            }

            optimizer.Step();
        }
    }

    private static Module<Tensor, Tensor> Linear(int inFeatures, int outFeatures)
    {
        var linear = new Linear(inFeatures, outFeatures, dtype: DType.Float64);
        Init.KaimingNormal_(linear.Weight);
        Init.Zeros_(linear.Bias!);
        return linear;
    }
}
