namespace NotebookGrad.Tests.Devices;

/// <summary>On tests that need a device of a kind.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(DeviceKind kind) : DeviceLackAttribute
{
    /// <inheritdoc/>
    public override string? Lack => Accelerators.Lack(kind);
}
