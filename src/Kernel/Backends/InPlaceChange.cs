namespace NotebookGrad.Backends;

/// <summary>A change in place.</summary>
/// <param name="Operation">What changed the elements, such as <c>add_</c>.</param>
/// <param name="Line">The line that did, or null where it was not recorded.</param>
/// <param name="LastNode">The youngest node there was: it and older ones were recorded before the change.</param>
internal sealed record InPlaceChange(string Operation, string? Line, long LastNode);
