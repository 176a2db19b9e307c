namespace NotebookGrad;

/// <summary>What a division makes of the fraction of its quotient.</summary>
public enum RoundingMode
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>The quotient is rounded towards 0.</summary>
    Trunc,

    /// <summary>The quotient is rounded down.</summary>
    Floor,
}
