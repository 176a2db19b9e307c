namespace NotebookGrad.Gallery;

/// <summary>Curves of learning, and derivatives compared with differences.</summary>
internal static class CurveExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("Learning to read digits", "The loss on a log scale.", () => Digits.Network.Losses),
        new("A derivative that agrees", "Each point a pair.", () =>
        {
            var x = Tensor.Linspace(-2, 2, 12, requiresGrad: true, dtype: DType.Float64).Named("x");
            return Autograd.GradCheck(input => input.Tanh(), x);
        }),
    ];
}
