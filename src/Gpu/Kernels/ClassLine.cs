using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What a loss against class numbers makes of a label, and of the weights of its classes.</summary>
internal readonly struct ClassLine<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The share of the target that is the label's.</summary>
    public readonly T Share;

    /// <summary>The share that is every class's.</summary>
    public readonly T Even;

    /// <summary>How far apart a line's scores lie.</summary>
    public readonly long Pace;

    /// <summary>How many there are.</summary>
    public readonly int Classes;

    /// <summary>Whether the target is smoothed.</summary>
    public readonly int IsSmoothed;

    /// <summary>Whether scores are logits.</summary>
    public readonly int OfLogits;

    private readonly int hasWeight;
    private readonly long ignored;

    public ClassLine(ClassLoss loss, bool hasWeight, long pace, int classes)
    {
        (Share, Even) = (T.CreateChecked(1 - loss.Smoothing), T.CreateChecked(loss.Smoothing / classes));
        (Pace, Classes) = (pace, classes);
        (IsSmoothed, OfLogits) = (loss.Smoothing == 0 ? 0 : 1, loss.OfLogits ? 1 : 0);
        (this.hasWeight, ignored) = (hasWeight ? 1 : 0, loss.IgnoredLabel);
    }

    /// <summary>
    /// Whether a label counts. One that is no class does not: labels were checked before, which is told at the next read.
    /// </summary>
    public bool Counts(long label) => label != ignored && label >= 0 && label < Classes;

    /// <summary>The weight of a class.</summary>
    public T Weight(ArrayView<T> weight, long number) => hasWeight != 0 ? weight[number] : T.One;
}
