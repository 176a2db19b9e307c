namespace NotebookGrad.Inspection;

/// <summary>All devices, also those that cannot be worked on.</summary>
/// <param name="Devices">The devices, the processor first.</param>
/// <param name="Lack">Why nothing looked for graphics processors; null where a package did.</param>
public sealed record DeviceListSnapshot(IReadOnlyList<DeviceInfo> Devices, string? Lack) : IInspectable;
