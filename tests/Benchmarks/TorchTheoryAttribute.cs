namespace NotebookGrad.Benchmarks.Tests;

/// <summary>A theory that needs PyTorch, and is skipped where it lacks; with CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchTheoryAttribute : TheoryAttribute
{
    public TorchTheoryAttribute() => Skip = TorchPeer.Lack;
}
