using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;

namespace NotebookGrad;

/// <summary>Where a tensor's elements lie and its operations run.</summary>
/// <param name="Backend">What carries the operations out.</param>
public sealed record Device(IBackend Backend)
{
    /// <summary>The processor.</summary>
    public static Device Cpu { get; } = new(HostBackend.Instance);

    /// <summary>Name, such as <c>cpu</c>.</summary>
    public string Name => Backend.Name;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The device of a storage.</summary>
    internal static Device Of(Storage storage) => storage.Maker == Cpu.Backend ? Cpu : new Device(storage.Maker);
}
