using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// What a backward pass has left, kept until the step has changed the weights and the next pass has given the next
/// gradients: then they are compared.
/// </summary>
internal sealed class AfterPass
{
    private readonly WatchedParameters watched;
    private readonly WeightsBefore weights;
    private readonly Tensor?[] gradients;
    private readonly int[] versions;

    public AfterPass(WatchedParameters watched, WeightsBefore weights)
    {
        (this.watched, this.weights) = (watched, weights);
        weights.Keep();
        gradients = [.. watched.All.Select(one => one.Gradient)];
        versions = Array.ConvertAll(gradients, gradient => gradient?.Storage.Version ?? 0);
    }

    /// <summary>Whether the step has been made.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The moment with what the step has done.</summary>
    public FlowMoment WithStep(FlowMoment moment)
    {
        IsSettled = true;
        return moment with
        {
            ClippedNorm = ClippedNorm(),
            Parameters =
            [
                .. moment.Parameters.Select((one, i) =>
                    one with { UpdateRatio = one.Weights.Norm > 0 ? weights.Distance(i) / one.Weights.Norm : double.NaN }),
            ],
        };
    }

    /// <summary>The moment with how its gradients lie to those of the next pass.</summary>
    public FlowMoment WithNext(FlowMoment moment, NoiseScale noise, bool isSameStep)
    {
        // Gradients that are being added up are one gradient, and were there before.
        if (isSameStep
            || watched.All.Index().All(one => one.Item.Gradient is null || one.Item.Gradient == gradients[one.Index]))
        {
            return moment;
        }

        var products = gradients.Select((gradient, i) => Products.Of(gradient, watched.All[i].Gradient)).ToArray();
        var all = products.Aggregate((a, b) => a + b);
        return moment with
        {
            Cosine = all.Cosine,
            NoiseScale = noise.Next(all, moment.ClippedNorm / moment.GradientNorm),
            Parameters = [.. moment.Parameters.Zip(products, (one, product) => one with { Cosine = product.Cosine })],
        };
    }

    private double ClippedNorm()
    {
        var isChanged = gradients.Zip(versions)
            .Any(one => one.First is { } gradient && gradient.Storage.Version != one.Second);
        return isChanged ? Math.Sqrt(gradients.OfType<Tensor>().Sum(one => ElementMath.Dot(one, one))) : double.NaN;
    }
}
