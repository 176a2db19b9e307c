namespace NotebookGrad.Gallery;

/// <summary>Pictures of one kind.</summary>
/// <param name="Title">The kind.</param>
/// <param name="Exhibits">The pictures.</param>
internal sealed record Room(string Title, IReadOnlyList<Exhibit> Exhibits)
{
    /// <summary>Everything that can be seen.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Graphs", GraphExhibits.All),
        new("Networks", NetworkExhibits.All),
        new("Modules", ModuleExhibits.All),
        new("Gradient flow", FlowExhibits.All),
        new("Loops", LoopExhibits.All),
        new("Tensors", TensorExhibits.All),
        new("What a graph keeps, and how it came about", MemoryExhibits.All),
        new("Devices", DeviceExhibits.All),
        new("Differences", DifferenceExhibits.All),
        new("Derivatives and curves", CurveExhibits.All),
        new("Explorations", ExplorationExhibits.All),
        new("Files", FileExhibits.All),
    ];
}
