namespace NotebookGrad.Backends;

/// <summary>What a backend tells of its allocator, and lets be done with it.</summary>
public interface IBackendMemory
{
    /// <summary>The bytes that tensors have asked for in the blocks on loan.</summary>
    long Allocated { get; }

    /// <summary>The bytes of all blocks, on loan and idle.</summary>
    long Reserved { get; }

    /// <summary>The largest that <see cref="Allocated"/> has been.</summary>
    long MaxAllocated { get; }

    /// <summary>Lets <see cref="MaxAllocated"/> begin anew.</summary>
    void ResetMax();

    /// <summary>Finds the blocks that no tensor lies in any more, and gives up all that are idle.</summary>
    void Empty();
}
