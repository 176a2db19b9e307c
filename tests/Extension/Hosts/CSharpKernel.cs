#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
using Microsoft.CodeAnalysis.Scripting;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>The kernel of C# before its first cell.</summary>
public sealed class CSharpKernel : Kernel
{
    public ScriptState? ScriptState => null;
}
