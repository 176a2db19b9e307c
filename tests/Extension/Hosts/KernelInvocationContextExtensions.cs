#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>As in the host.</summary>
public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes)
    {
        _ = mimeTypes;
        var shown = new DisplayedValue(value);
        context.Publish(shown);
        return shown;
    }
}
