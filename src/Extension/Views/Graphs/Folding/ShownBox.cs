namespace NotebookGrad.Views;

/// <summary>What one box of a picture stands for.</summary>
/// <param name="Part">The operations, or null where it stands for what leads into them.</param>
/// <param name="Sources">The places of leaves or of values from elsewhere; none where it stands for operations.</param>
/// <param name="Frame">The innermost frame around it, or −1.</param>
internal sealed record ShownBox(Part? Part, IReadOnlyList<int> Sources, int Frame);
