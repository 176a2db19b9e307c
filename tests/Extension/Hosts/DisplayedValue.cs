#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>As in the host: an update goes to the context of the flow in which it is made.</summary>
public sealed class DisplayedValue(object value)
{
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    public object Value { get; private set; } = value;

    public bool IsUpdated { get; private set; }

    public void Update(object updatedValue)
    {
        (IsUpdated, Value) = (true, updatedValue);
        KernelInvocationContext.Current?.Publish(this);
    }
}
