using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// The norms of the loss's gradient by what comes out of each layer, from the first layer to the last: what the chain
/// rule's product has made of the gradient on its way back.
/// </summary>
/// <param name="Names">What the layers' outputs are called.</param>
/// <param name="Norms">The norms; from the first layer on that the gradient reaches at all.</param>
/// <param name="IsCut">Whether there are layers before that, which it does not reach.</param>
internal sealed record BackwardChain(IReadOnlyList<string> Names, IReadOnlyList<double> Norms, bool IsCut)
{
    /// <summary>How many layers a gradient goes through from the last output to the first.</summary>
    public int Hops => Norms.Count - 1;

    /// <summary>The first layer's gradient by the last one's; NaN where there are not two layers.</summary>
    public double Ratio => Hops < 1 ? double.NaN : Norms[0] / Norms[^1];

    /// <summary>By what a layer multiplies the gradient, in the geometric mean.</summary>
    public double PerHop => Math.Pow(Ratio, 1.0 / Hops);

    /// <summary>The share of layers that make the gradient smaller.</summary>
    public double ShrinkingShare => Norms.Zip(Norms.Skip(1)).Count(pair => pair.First < pair.Second) / (double)Hops;

    /// <summary>The chain at one moment, of layers' first outputs.</summary>
    public static BackwardChain At(FlowSnapshot flow, FlowMoment moment)
    {
        var seen = new HashSet<int>();
        var all = (
            from pair in flow.Activations.Zip(moment.Activations)
            where pair.First.Parameter >= 0 && pair.Second?.Gradient is { IsFinite: true }
            where seen.Add(pair.First.Parameter)
            select (pair.First.Name, pair.Second!.Gradient!.Norm)).ToArray();
        var links = all.SkipWhile(link => link.Norm == 0).ToArray();
        return new(
            [.. links.Select(link => link.Name)], [.. links.Select(link => link.Norm)], links.Length < all.Length);
    }

    /// <summary>
    /// The chain through the calls of a recurrent layer, of which the first and the last are known; the one that
    /// differs most, or null where nothing is called more than twice.
    /// </summary>
    public static RecurrentChain? OverTime(FlowSnapshot flow, FlowMoment moment) => (
        from pair in flow.Activations.Zip(moment.Activations)
        where pair.Second is { Calls: > 2, FirstGradientNorm: > 0, LastGradientNorm: > 0 }
        select new RecurrentChain(
            pair.First.Name, pair.Second!.Calls, pair.Second.FirstGradientNorm, pair.Second.LastGradientNorm))
        .MaxBy(chain => Math.Abs(Math.Log(chain.Ratio)));
}
