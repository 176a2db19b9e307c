namespace NotebookGrad;

/// <summary>Examples and the classes they belong to; an item is features and label.</summary>
/// <param name="features">What is known of each example, [n, …].</param>
/// <param name="labels">The number of the class that each belongs to, int64 [n].</param>
/// <param name="classNames">The classes' names, by number.</param>
/// <param name="featureNames">The features' names, where they have some.</param>
/// <exception cref="ArgumentException">There are not as many labels as examples.</exception>
public sealed class LabelledDataset(
    Tensor features,
    Tensor labels,
    IReadOnlyList<string> classNames,
    IReadOnlyList<string>? featureNames = null) : TensorDataset(features, labels)
{
    /// <summary>What is known of each example, [n, …].</summary>
    public Tensor Features { get; } = features;

    /// <summary>The number of the class that each belongs to, int64 [n].</summary>
    public Tensor Labels { get; } = labels;

    /// <summary>The classes' names, by number.</summary>
    public IReadOnlyList<string> ClassNames { get; } = classNames;

    /// <summary>The features' names, none where they have none.</summary>
    public IReadOnlyList<string> FeatureNames { get; } = featureNames ?? [];
}
