using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>Pointwise steps that a backend does as one.</summary>
/// <param name="Work">What it does.</param>
/// <param name="Places">What the work is given: what is read, then what is left to others.</param>
internal sealed record Fusion(IFusedWork Work, Place[] Places);
