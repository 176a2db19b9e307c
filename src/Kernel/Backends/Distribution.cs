namespace NotebookGrad.Backends;

/// <summary>How random numbers are distributed.</summary>
public enum Distribution
{
    /// <summary>From 0 up to, but not with, 1: multiples of 2⁻⁵³, in float32 of 2⁻²⁴.</summary>
    Uniform,

    /// <summary>Mean 0 and deviation 1.</summary>
    Normal,

    /// <summary>Whole numbers of a range.</summary>
    Whole,
}
