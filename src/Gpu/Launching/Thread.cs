using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>A thread of a kernel among all of its launch, which has one dimension.</summary>
internal static class Thread
{
    /// <summary>Its number.</summary>
    public static int First => (Grid.IdxX * Group.DimX) + Group.IdxX;

    /// <summary>How many there are.</summary>
    public static int Count => Grid.DimX * Group.DimX;
}
