using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>What was read from a tensor, whose block may be reused since.</summary>
/// <param name="Count">Number of elements.</param>
/// <param name="Moments">The moments of all of them.</param>
/// <param name="Chosen">Some of them, evenly chosen.</param>
internal sealed record Reading(long Count, Moments Moments, double[] Chosen)
{
    /// <summary>What a picture of a graph tells of the elements.</summary>
    public ValueSummary Summary => new(
        Count, Moments.Mean, Moments.Deviation, Moments.Minimum, Moments.Maximum, Moments.Norm,
        Moments.Zeros, Moments.NaNs, Moments.Infinities, Count == 1 ? [Chosen[0]] : []);

    /// <summary>Reads a tensor.</summary>
    public static Reading Of(Tensor tensor)
    {
        // Evenly over all of them, so that every row and column of a matrix has its part.
        var elements = new ElementPieces(tensor);
        var chosen = new double[Math.Min(elements.Count, Magnitudes.Chosen)];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = elements[(int)((long)i * elements.Count / chosen.Length)];
        }

        return new(elements.Count, Moments.Of(elements), chosen);
    }
}
