namespace NotebookGrad.Backends;

/// <summary>
/// What brings devices; its assembly says so by <see cref="DeviceProviderAttribute"/>. It has a constructor without
/// parameters.
/// </summary>
public interface IDeviceProvider
{
    /// <summary>
    /// All devices and all that was looked for in vain, the best first; never throws. It may be called often, so what
    /// takes long is kept.
    /// </summary>
    IReadOnlyList<DeviceInfo> Probe();

    /// <summary>Opens one of these that can be worked on; called once for each.</summary>
    /// <exception cref="InvalidOperationException">It does not open; the message says why.</exception>
    IBackend Open(DeviceInfo device);
}
