namespace NotebookGrad.Operations;

/// <summary>What a derivative reads, and a node therefore has to keep.</summary>
[Flags]
public enum Keep
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The first operand.</summary>
    Operand0 = 1,

    /// <summary>The second operand.</summary>
    Operand1 = 2,

    /// <summary>The result.</summary>
    Output = 4,
}
