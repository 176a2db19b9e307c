namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of random numbers; <see cref="MisuseTests"/> says how to read them.</summary>
public static class RandomMisuses
{
    public static TheoryData<string, Action> Rows() => new()
    {
        { "randint: there is no whole number from 3 up to, but not with, 3", () => Tensor.RandInt(3, 3, [2]) },
        { "normal: the deviation -1 is negative", () => Tensor.Normal(0, -1, [2]) },
        { "normal: a deviation of s [1] is negative", () => Tensor.Normal(Tensor.Zeros(1), Tensor.Of([-1f]).Named("s")) },
        { "exponential: the rate 0 is not positive", () => Tensor.Exponential(0, [2]) },
        { "gamma: concentration 0 and rate 1 must both be positive", () => Tensor.Gamma(0, 1, [2]) },
        { "bernoulli: an element of p [1] is no probability; they must be from 0 to 1", () => Tensor.Of([1.5]).Named("p").Bernoulli() },
        { "poisson: a rate of r [1] is negative", () => Tensor.Of([-1.0]).Named("r").Poisson() },
        { "multinomial: weights w [2] must be finite and not negative, and in each row 2 of them positive", () => Tensor.Of([1.0, 0]).Named("w").Multinomial(2) },
        { "multinomial: weights w [] must be [categories] or [rows, categories]", () => Tensor.Of(1.0).Named("w").Multinomial(1) },
        { "bernoulli: n [3] is int64; convert it with .To(DType.Float32) first", () => Tensor.Arange(0, 3).Named("n").Bernoulli() },
    };
}
