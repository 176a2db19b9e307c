using System.Globalization;

namespace NotebookGrad.Benchmarks;

/// <summary>What is good enough for a case.</summary>
/// <param name="Bound">
/// The largest ratio of our time to PyTorch's, or the smallest share of the limit that is reached.
/// </param>
/// <param name="IsShare">Whether it is the share.</param>
internal readonly record struct Aim(double Bound, bool IsShare = false)
{
    /// <summary>A number is a ratio.</summary>
    public static implicit operator Aim(double ratio) => new(ratio);

    /// <summary>Whether it is met; null where what it speaks of was not measured.</summary>
    public bool? IsMet(double? ratio, double? share) =>
        IsShare ? share is null ? null : share >= Bound : ratio is null ? null : ratio <= Bound;

    /// <inheritdoc/>
    public override string ToString() => IsShare
        ? string.Create(CultureInfo.InvariantCulture, $"≥ {Bound:P0}")
        : string.Create(CultureInfo.InvariantCulture, $"≤ {Bound:0.0##}");
}
