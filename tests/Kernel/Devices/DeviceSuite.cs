namespace NotebookGrad.Tests.Devices;

/// <summary>Tests that every device must pass: what they make lies on the device that they are given.</summary>
public abstract class DeviceSuite : IDisposable
{
    private readonly IDisposable scope;

    private protected DeviceSuite(Device device)
    {
        Device = device;
        scope = device.Use();
    }

    /// <summary>The device.</summary>
    internal Device Device { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        scope.Dispose();
        GC.SuppressFinalize(this);
    }
}
