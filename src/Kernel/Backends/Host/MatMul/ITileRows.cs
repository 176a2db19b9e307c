namespace NotebookGrad.Backends.Host;

/// <summary>The rows that a register tile multiplies by, two registers of each or one, one row after the other.</summary>
internal unsafe interface ITileRows<T>
    where T : unmanaged
{
    /// <summary>Whether there is only a left register of each.</summary>
    static virtual bool AreNarrow => false;

    /// <summary>What goes into the left register.</summary>
    T* Left { get; }

    /// <summary>What goes into the right register.</summary>
    T* Right { get; }

    /// <summary>Goes on to the next row.</summary>
    void Advance();
}
