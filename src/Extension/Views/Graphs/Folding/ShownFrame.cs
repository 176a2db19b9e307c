namespace NotebookGrad.Views;

/// <summary>A module that stands open.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The frame around it, or −1.</param>
internal sealed record ShownFrame(string Name, int Parent);
