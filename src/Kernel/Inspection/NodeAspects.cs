namespace NotebookGrad.Inspection;

/// <summary>What of a node can change without its becoming another.</summary>
[Flags]
public enum NodeAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The operation, or whether a leaf is a parameter.</summary>
    Operation = 1,

    /// <summary>The shape of the value.</summary>
    Shape = 2,

    /// <summary>The type of its elements.</summary>
    DType = 4,

    /// <summary>How one and the same operation is written: an exponent, an axis, a slope.</summary>
    Notation = 8,

    /// <summary>The order of the operands that it had already.</summary>
    Operands = 16,

    /// <summary>The module that built it.</summary>
    Module = 32,

    /// <summary>The name, where it had one and has another.</summary>
    Name = 64,
}
