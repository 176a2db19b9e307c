namespace NotebookGrad.Inspection;

/// <summary>What became of a part of a graph between two snapshots.</summary>
public enum ChangeKind
{
    /// <summary>It is in both, alike but perhaps for its numbers.</summary>
    Same,

    /// <summary>It is only in the second.</summary>
    Added,

    /// <summary>It is only in the first.</summary>
    Removed,

    /// <summary>It is in both, and something about it is different.</summary>
    Changed,
}
