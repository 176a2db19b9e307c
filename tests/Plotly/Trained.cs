using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Tests;

/// <summary>A small network, watched while it is trained.</summary>
internal static class Trained
{
    private const double MostNorm = 0.05;

    /// <summary>What was seen of three layers in some steps, with clipping.</summary>
    public static GradientFlow Flow(int steps = 12)
    {
        Tensor.Seed(1);
        var net = new Sequential(new Linear(3, 5), new Tanh(), new Linear(5, 4), new Tanh(), new Linear(4, 2));
        var x = Tensor.Randn([8, 3]);
        var optimizer = new Sgd(net.Parameters, 0.1);
        using var flow = GradientFlow.Watch(net, every: 1);
        for (var step = 0; step < steps; step++)
        {
            optimizer.ZeroGrad();
            net.Call(x).Pow(2).Mean().Backward();
            GradientClipping.ClipGradNorm_(net.Parameters, MostNorm);
            optimizer.Step();
        }

        return flow;
    }

    /// <summary>The same with one gradient changed at every step.</summary>
    public static FlowSnapshot With(int parameter, Func<Magnitudes, Magnitudes?> change)
    {
        var flow = Flow().Snapshot();
        return flow with
        {
            Moments = [.. flow.Moments.Select(moment => moment with
            {
                Parameters = [.. moment.Parameters.Select((one, index) =>
                    index == parameter ? one with { Gradient = change(one.Gradient!) } : one)],
            })],
        };
    }
}
