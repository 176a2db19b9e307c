namespace NotebookGrad;

/// <summary>The type of a tensor's elements, in the order in which they promote.</summary>
public enum DType : byte
{
    /// <summary>True or false, one byte.</summary>
    Bool,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64,

    /// <summary>IEEE 754 binary32.</summary>
    Float32,

    /// <summary>IEEE 754 binary64.</summary>
    Float64,
}
