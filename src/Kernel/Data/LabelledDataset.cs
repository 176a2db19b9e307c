namespace NotebookGrad;

/// <summary>Examples and the classes they belong to; an item is features and label.</summary>
public sealed class LabelledDataset : TensorDataset
{
    /// <summary>Examples and the classes they belong to.</summary>
    /// <param name="features">What is known of each example, [n, …].</param>
    /// <param name="labels">The number of the class that each belongs to, int64 [n].</param>
    /// <param name="classNames">The classes' names, by number.</param>
    /// <param name="featureNames">The features' names, where they have some.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many labels as examples, or one is not the number of a class.
    /// </exception>
    public LabelledDataset(
        Tensor features,
        Tensor labels,
        IReadOnlyList<string> classNames,
        IReadOnlyList<string>? featureNames = null)
        : base(features, labels)
    {
        if (labels.DType != DType.Int64 || labels.Shape.Rank != 1)
        {
            throw new ArgumentException(
                $"labelleddataset: {labels.Describe("labels")} {labels.DType.Text} must be int64 [n], a number for "
                + "each row");
        }

        foreach (var label in labels.ToArray<long>())
        {
            if (label < 0 || label >= classNames.Count)
            {
                throw new ArgumentException(
                    $"labelleddataset: label {label} has no name; there are {classNames.Count}, counted from 0: "
                    + string.Join(", ", classNames));
            }
        }

        (Features, Labels) = (features, labels);
        (ClassNames, FeatureNames) = (classNames, featureNames ?? []);
    }

    private LabelledDataset(Tensor features, Tensor labels, LabelledDataset other)
        : base(features, labels)
    {
        (Features, Labels) = (features, labels);
        (ClassNames, FeatureNames) = (other.ClassNames, other.FeatureNames);
    }

    /// <summary>What is known of each example, [n, …].</summary>
    public Tensor Features { get; }

    /// <summary>The number of the class that each belongs to, int64 [n].</summary>
    public Tensor Labels { get; }

    /// <summary>The classes' names, by number.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The features' names, none where they have none.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>
    /// The same examples on another device, so that batches are made there; these if they are there already.
    /// </summary>
    public LabelledDataset To(Device device) => Features.Device == device && Labels.Device == device
        ? this
        : new LabelledDataset(Features.To(device), Labels.To(device), this);
}
