namespace NotebookGrad;

/// <summary>A device, or what stands for one that was looked for in vain.</summary>
/// <param name="Name">What the device is called, alone of all: <c>cpu</c>, <c>cuda:0</c>.</param>
/// <param name="Kind">By what it is worked with.</param>
/// <param name="Model">What its maker calls it; empty where that is unknown.</param>
/// <param name="TotalMemory">Its memory in bytes; null where that is unknown.</param>
/// <param name="FreeMemory">How much of it is free, in bytes; null where that is unknown.</param>
/// <param name="Refusal">Why it cannot be worked on; null if it can.</param>
/// <param name="IsProcessor">Whether it is the processor itself, as some OpenCL devices are.</param>
public sealed record DeviceInfo(
    string Name,
    DeviceKind Kind,
    string Model = "",
    long? TotalMemory = null,
    long? FreeMemory = null,
    string? Refusal = null,
    bool IsProcessor = false)
{
    private const double Gibibyte = 1L << 30;

    /// <summary>Whether tensors can be put there.</summary>
    public bool IsUsable => Refusal is null;

    /// <summary>The device in a line, such as <c>cuda:0 (NVIDIA H200, 139.8 GiB, 139.2 GiB free)</c>.</summary>
    public override string ToString()
    {
        string[] known =
        [
            .. new[] { Model, Size(TotalMemory, " GiB"), Size(FreeMemory, " GiB free") }.Where(part => part.Length > 0),
        ];
        var described = known.Length == 0 ? Name : $"{Name} ({string.Join(", ", known)})";
        return Refusal is null ? described : $"{described}: {Refusal}";
    }

    private static string Size(long? bytes, string unit) => bytes is null ? "" : $"{bytes / Gibibyte:F1}{unit}";
}
