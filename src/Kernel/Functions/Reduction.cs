namespace NotebookGrad;

/// <summary>What becomes of the losses of single elements.</summary>
public enum Reduction
{
    /// <summary>Their mean, a single number; NaN where there are none.</summary>
    Mean,

    /// <summary>Their sum, a single number.</summary>
    Sum,

    /// <summary>They stay as they are, in the prediction's shape.</summary>
    None,

    /// <summary>
    /// Their sum over the length of the first axis; what <c>kl_div</c> needs to be the mean divergence of a batch's
    /// distributions.
    /// </summary>
    BatchMean,
}
