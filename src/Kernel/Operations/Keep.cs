namespace NotebookGrad.Operations;

/// <summary>What a derivative reads, and a node therefore has to keep.</summary>
[Flags]
internal enum Keep
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The first operand; that of number i is <c>1 &lt;&lt; i</c>.</summary>
    Operand0 = 1,

    /// <summary>The second operand.</summary>
    Operand1 = 1 << 1,

    /// <summary>The third operand.</summary>
    Operand2 = 1 << 2,

    /// <summary>The fourth operand.</summary>
    Operand3 = 1 << 3,

    /// <summary>The result.</summary>
    Output = 1 << 30,
}
