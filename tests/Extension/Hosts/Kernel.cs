#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
using Microsoft.DotNet.Interactive.CSharp;

namespace Microsoft.DotNet.Interactive;

/// <summary>As much of the host's kernels as the extension script needs.</summary>
public class Kernel
{
    public Kernel RootKernel => new CompositeKernel();
}

/// <summary>The kernel that has the others.</summary>
public sealed class CompositeKernel : Kernel
{
    public IReadOnlyList<Kernel> ChildKernels { get; } = [new CSharpKernel()];
}
