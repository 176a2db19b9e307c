namespace NotebookGrad.Backends;

/// <summary>
/// The loss of scores against class numbers. That of a line x with label k, where classes have weights w (else 1) and
/// a share s is spread over all C of them, is −(1 − s)·w[k]·log q[k] − s/C·Σ w·log q; that of an ignored label is 0.
/// </summary>
/// <param name="OfLogits">Whether log q is log softmax(x), and not x itself.</param>
/// <param name="IgnoredLabel">The label of lines that do not count.</param>
/// <param name="Smoothing">s.</param>
/// <param name="Reduction">
/// Each loss, the sum of all, or that divided by the sum of w[k] (<see cref="Reduction.Mean"/>).
/// </param>
public readonly record struct ClassLoss(bool OfLogits, long IgnoredLabel, double Smoothing, Reduction Reduction)
{
    /// <summary>Whether the result is one number.</summary>
    public bool IsReduced => Reduction != Reduction.None;

    /// <summary>Whether that is divided by the sum of the labels' weights.</summary>
    public bool IsMean => Reduction == Reduction.Mean;
}
