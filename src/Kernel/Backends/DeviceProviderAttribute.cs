namespace NotebookGrad.Backends;

/// <summary>Says which of an assembly's types brings devices.</summary>
/// <param name="provider">The type, an <see cref="IDeviceProvider"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DeviceProviderAttribute(Type provider) : Attribute
{
    /// <summary>The type.</summary>
    public Type Provider { get; } = provider;
}
