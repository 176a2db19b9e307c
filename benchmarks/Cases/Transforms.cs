namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Derivatives of many numbers by many.</summary>
internal static class Transforms
{
    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        new("Hessian of a function of 50 numbers", aim: 0.5, Hessian),
        new("Jacobian 100×100", aim: 0.5, Jacobian),
    ];

    private static Iteration Hessian()
    {
        var x = Numbers.Wave(0.7, 50);
        return Iteration.Of(() => Autograd.Hessian(y => (y.Sin() * y).Sum() * y.Exp().Mean(), x));
    }

    private static Iteration Jacobian()
    {
        var (x, w) = (Numbers.Wave(0.7, 100), Numbers.Wave(1.3, 100, 100));
        return Iteration.Of(() => Autograd.Jacobian(y => w.MatMul(y).Tanh(), x));
    }
}
