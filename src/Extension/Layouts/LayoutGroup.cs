namespace NotebookGrad.Layouts;

/// <summary>A frame around nodes that belong together; other nodes and their arrows stay outside.</summary>
/// <param name="Parent">Index of the group around this one, or −1.</param>
/// <param name="Nodes">The nodes directly inside, without those of inner groups.</param>
/// <param name="Margin">Distance from the frame to what is inside.</param>
/// <param name="Heading">Further room above, where the group's name stands.</param>
internal sealed record LayoutGroup(int Parent, IReadOnlyList<int> Nodes, double Margin, double Heading);
