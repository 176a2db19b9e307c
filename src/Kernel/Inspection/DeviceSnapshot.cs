namespace NotebookGrad.Inspection;

/// <summary>A device that is worked on, with what its tensors take at that moment.</summary>
/// <param name="Name">What the device is called.</param>
/// <param name="Info">What <see cref="Device.All"/> tells of it; null where it is none of these.</param>
/// <param name="MatMulLibrary">What multiplies matrices there.</param>
/// <param name="MemoryAllocated">The bytes that tensors have there; null where the device does not tell.</param>
/// <param name="MaxMemoryAllocated">The largest number of such bytes until then; null where it does not tell.</param>
/// <param name="MemoryReserved">The bytes of all blocks of its allocator; null where it does not tell.</param>
public sealed record DeviceSnapshot(
    string Name,
    DeviceInfo? Info,
    string MatMulLibrary,
    long? MemoryAllocated,
    long? MaxMemoryAllocated,
    long? MemoryReserved) : IInspectable;
