using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Neighbouring windows <c>Window</c>, <c>Window + 1</c>, … that have the elements <c>Element</c>,
/// <c>Element + Step</c>, … of an axis.
/// </summary>
internal readonly record struct Run(int Window, int Element, int Count, int Step)
{
    /// <summary>The elements among those of an axis.</summary>
    public View Elements(View x, int axis) => x with { Layout = x.Layout.Slice(axis, Element, Count, Step) };

    /// <summary>The windows among those along an axis.</summary>
    public View Windows(View y, int axis) => y with { Layout = y.Layout.Slice(axis, Window, Count) };
}
