using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// What a backend was asked to do, but for the views that it was given. Two are equal that do the same.
/// </summary>
/// <param name="Name">The kernel, or the backend's member.</param>
/// <param name="Parameters">All that decides what is done: kernels and numbers; bytes where data is written.</param>
/// <param name="Run">Does it. The views are the operands, then the result if there is one.</param>
internal sealed record BackendCall(string Name, object Parameters, Action<IBackend, View[]> Run)
{
    /// <summary>The copy of one view to another.</summary>
    public static BackendCall Copy { get; } = OfPointwise("copy", "copy", (to, views) => to.Copy(views[0], views[1]));

    /// <summary>Whether operands change, too: an optimiser's step changes all parameters and their states.</summary>
    public bool ChangesOperands { get; init; }

    /// <summary><see cref="Run"/> of what is done element by element; null for anything else.</summary>
    public Action<IPointwise, View[]>? Pointwise => Run as Action<IPointwise, View[]>;

    /// <summary>Whether an element of the result depends on those in the same place only.</summary>
    public bool IsPointwise => Pointwise is not null;

    /// <summary>A call that is done element by element.</summary>
    public static BackendCall OfPointwise(string name, object parameters, Action<IPointwise, View[]> run) =>
        new(name, parameters, run);

    /// <inheritdoc/>
    public bool Equals(BackendCall? other) =>
        other is not null && Name == other.Name && (Parameters is byte[] mine && other.Parameters is byte[] theirs
            ? mine.AsSpan().SequenceEqual(theirs)
            : Parameters.Equals(other.Parameters));

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
