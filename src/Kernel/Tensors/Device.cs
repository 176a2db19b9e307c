using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;

namespace NotebookGrad;

/// <summary>Where a tensor's elements lie and its operations run.</summary>
public sealed class Device
{
    /// <summary>The device that a backend drives.</summary>
    public Device(IBackend backend) => Backend = backend;

    /// <summary>The processor.</summary>
    public static Device Cpu { get; } = new(HostBackend.Instance);

    /// <summary>Name, such as <c>cpu</c>.</summary>
    public string Name => Backend.Name;

    /// <summary>What carries the operations out.</summary>
    internal IBackend Backend { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The device of a storage.</summary>
    internal static Device Of(Storage storage) =>
        storage.Backend == Cpu.Backend ? Cpu : new Device(storage.Backend);
}
