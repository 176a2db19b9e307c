namespace NotebookGrad.Views;

/// <summary>A module that is drawn as a frame around its nodes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Index of the frame around it, or −1.</param>
/// <param name="Nodes">Places of the nodes directly inside, in the reading.</param>
internal sealed record ReadFrame(string Name, int Parent, IReadOnlyList<int> Nodes);
