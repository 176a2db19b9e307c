namespace NotebookGrad;

/// <summary>The values of an <see cref="Annealing"/>.</summary>
internal static class AnnealingExtensions
{
    /// <summary>Where it is after a part of the way, from 0 to 1.</summary>
    public static double Between(this Annealing annealing, double start, double end, double part) => annealing switch
    {
        Annealing.Cosine => end + ((start - end) * (1 + Math.Cos(Math.PI * part)) / 2),
        _ => start + ((end - start) * part),
    };
}
