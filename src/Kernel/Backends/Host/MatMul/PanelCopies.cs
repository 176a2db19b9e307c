namespace NotebookGrad.Backends.Host;

/// <summary>The copying of a panel that threads share; a piece is some of its slivers.</summary>
/// <param name="panel">Cut, but not copied.</param>
/// <param name="lines">The panel's lines.</param>
/// <param name="step">The lines of a piece, whole slivers.</param>
internal readonly struct PanelCopies<T>(Slivers<T> panel, nint lines, nint step) : IPieces
    where T : unmanaged
{
    /// <summary>How many pieces there are.</summary>
    public int Count => (int)((lines + step - 1) / step);

    /// <inheritdoc/>
    public void Do(int piece) => panel.Copy(piece * step, Math.Min((piece + 1) * step, lines));
}
