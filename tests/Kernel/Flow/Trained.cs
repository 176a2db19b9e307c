using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Nn;

namespace NotebookGrad.Tests.Flow;

/// <summary>Small networks with fixed numbers, for looking at their training.</summary>
internal static class Trained
{
    /// <summary>Inputs that are the same in every run.</summary>
    public static Tensor X { get; } = StoredLayer.Numbers([8, 3], 1).To(DType.Float32);

    /// <summary>Two layers with a hyperbolic tangent in between.</summary>
    public static Sequential Net(DType? dtype = null)
    {
        var net = new Sequential(new Linear(3, 5), new Tanh(), new Linear(5, 2));
        foreach (var (number, parameter) in net.Parameters.Index())
        {
            using (Autograd.NoGrad())
            {
                parameter.Copy_(StoredLayer.Numbers(parameter.Shape, number + 2, -1, 1));
            }
        }

        if (dtype is { } other)
        {
            net.To(other);
        }

        return net;
    }

    /// <summary>The loss of a network on inputs of its own dtype.</summary>
    public static Tensor Loss(Sequential net) => net.Call(X.To(net.Parameters[0].DType)).Pow(2).Mean();

    /// <summary>Some steps of gradient descent.</summary>
    public static void Train(Sequential net, int steps, double rate = 0.1)
    {
        var optimizer = new Sgd(net.Parameters, rate);
        for (var step = 0; step < steps; step++)
        {
            optimizer.ZeroGrad();
            Loss(net).Backward();
            optimizer.Step();
        }
    }

    /// <summary>All elements.</summary>
    public static double[] Elements(Tensor tensor) => tensor.Detach().To(DType.Float64).ToArray<double>();

    /// <summary>Holds what is told of sizes against the elements themselves.</summary>
    public static void AssertSizes(double[] elements, Magnitudes told)
    {
        double[] sizes = [.. elements.Select(Math.Abs).Order()];
        Assert.Equal(sizes.Length, told.Count);
        Assert.Equal(sizes.Count(size => size == 0), told.Zeros);
        Assert.Equal(sizes.First(size => size > 0), told.Minimum);
        Assert.Equal(sizes[^1], told.Maximum);
        Assert.Equal(sizes.Average(), told.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(sizes.Sum(size => size * size)), told.Norm, 1e-12);
        Assert.Equal((sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2, told.Median, 1e-12);
        Assert.Equal(sizes.Length, told.Histogram!.Counts.Sum());
        Assert.Equal((0, 0), (told.NaNs, told.Infinities));
    }
}
