namespace NotebookGrad.Inspection;

/// <summary>An operation that keeps a block for its derivative.</summary>
/// <param name="Id">Identity of its node.</param>
/// <param name="Operation">Its name, such as <c>relu</c>.</param>
/// <param name="Line">Where it was recorded, or null where that is not known.</param>
public sealed record LedgerKeeper(long Id, string Operation, string? Line);
