namespace NotebookGrad.Tests.Launching;

/// <summary>A theory that needs NVIDIA's assembler, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AssemblerTheoryAttribute : TheoryAttribute
{
    public AssemblerTheoryAttribute() => Skip = Assembler.Lack;
}
