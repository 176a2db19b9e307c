namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>By how much the peaks of two processes grew over that at their start.</summary>
/// <param name="Case">What they did.</param>
/// <param name="Ours">Bytes, here.</param>
/// <param name="Theirs">Bytes, in PyTorch; null where it was not asked.</param>
/// <param name="PeerVersion">The version of PyTorch.</param>
internal sealed record Peak(string Case, long Ours, long? Theirs, string? PeerVersion)
{
    /// <summary>The largest ratio that is good enough.</summary>
    public const double Aim = 1.05;

    /// <summary>Ours as a multiple of PyTorch's.</summary>
    public double? Ratio => (double)Ours / Theirs;
}
