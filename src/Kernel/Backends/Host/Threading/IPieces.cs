namespace NotebookGrad.Backends.Host;

/// <summary>
/// Work in pieces that several threads may do at once, in any order. How it is cut must not depend on the number of
/// threads wherever that could change a result.
/// </summary>
internal interface IPieces
{
    /// <summary>Does one piece.</summary>
    void Do(int piece);
}
