namespace NotebookGrad.Tests.Devices;

/// <summary>
/// On a class of tests that need a device which a machine may lack. Its <see cref="DeviceFactAttribute"/> and
/// <see cref="DeviceTheoryAttribute"/> tests are skipped with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DeviceLackAttribute : Attribute
{
    /// <summary>Why the device is not here; null if it is.</summary>
    public abstract string? Lack { get; }
}
