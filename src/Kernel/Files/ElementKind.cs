namespace NotebookGrad.Files;

/// <summary>What the bytes of an element in a file mean.</summary>
internal enum ElementKind
{
    /// <summary>Zero is false, anything else true.</summary>
    Truth,

    /// <summary>A whole number in two's complement.</summary>
    Signed,

    /// <summary>A whole number from 0.</summary>
    Unsigned,

    /// <summary>IEEE 754 of 16, 32 or 64 bits.</summary>
    Real,

    /// <summary>The upper half of an IEEE 754 binary32.</summary>
    Brain,
}
