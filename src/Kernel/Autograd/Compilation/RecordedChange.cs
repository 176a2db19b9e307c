namespace NotebookGrad;

/// <summary>A change in place of what is not the program's own.</summary>
/// <param name="Block">The number of the block.</param>
/// <param name="Operation">What changes it last, such as <c>sub_</c>.</param>
internal readonly record struct RecordedChange(int Block, string Operation);
