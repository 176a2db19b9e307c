namespace NotebookGrad;

/// <summary>How a number goes from one value to another.</summary>
public enum Annealing
{
    /// <summary>Along half a wave of the cosine: slowly at both ends.</summary>
    Cosine,

    /// <summary>In a straight line.</summary>
    Linear,
}
