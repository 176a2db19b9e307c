namespace NotebookGrad.Flow;

/// <summary>The weights as they were before a step, in the same blocks for all steps.</summary>
internal sealed class WeightsBefore(WatchedParameters watched)
{
    private readonly Tensor?[] copies = new Tensor?[watched.All.Length];

    /// <summary>Keeps the weights as they are now.</summary>
    public void Keep()
    {
        using (Autograd.NoGrad())
        {
            for (var i = 0; i < copies.Length; i++)
            {
                var tensor = watched.All[i].Tensor;
                copies[i] = copies[i] is { } copy && copy.Shape == tensor.Shape && copy.DType == tensor.DType
                    && copy.Backend == tensor.Backend
                    ? copy.Copy_(tensor)
                    : tensor.Clone();
            }
        }
    }

    /// <summary>How far a parameter has gone since, by its norm.</summary>
    public double Distance(int parameter) => watched.All[parameter].Tensor is var now
        && copies[parameter] is { } before && before.Shape == now.Shape
        ? Math.Sqrt(ElementMath.SquaredDistance(now, before))
        : double.NaN;
}
