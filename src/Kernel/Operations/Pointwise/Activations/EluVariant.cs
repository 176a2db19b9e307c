namespace NotebookGrad.Operations;

/// <summary>Under which name people know an exponential linear unit.</summary>
internal enum EluVariant
{
    /// <summary>With α alone.</summary>
    Elu,

    /// <summary>With the numbers that keep mean and variance.</summary>
    Selu,

    /// <summary>With a continuous derivative.</summary>
    Celu,
}
