using System.Collections;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Devices, also those that cannot be worked on, the processor first.</summary>
public sealed class DeviceList : IReadOnlyList<DeviceInfo>, IInspectable
{
    private readonly IReadOnlyList<DeviceInfo> devices;

    internal DeviceList(IReadOnlyList<DeviceInfo> devices, string? lack) => (this.devices, Lack) = (devices, lack);

    /// <summary>
    /// Why nothing looked for graphics processors, and the remedy: the package for it is not at hand. Null where one
    /// looked.
    /// </summary>
    public string? Lack { get; }

    /// <inheritdoc/>
    public int Count => devices.Count;

    /// <inheritdoc/>
    public DeviceInfo this[int index] => devices[index];

    /// <summary>The list as it is shown.</summary>
    public DeviceListSnapshot Snapshot() => new(devices, Lack);

    /// <inheritdoc/>
    public IEnumerator<DeviceInfo> GetEnumerator() => devices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A device a line, and what lacks.</summary>
    public override string ToString() =>
        string.Join('\n', devices.Select(device => $"{device}")) + (Lack is null ? "" : $"\n{Lack}");
}
