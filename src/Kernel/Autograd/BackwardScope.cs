using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// What a backward pass allocates on its thread, so that buffers go back to their pool as soon as they have been used
/// instead of when the collector finds them.
/// </summary>
internal sealed class BackwardScope(bool createsGraph)
{
    [ThreadStatic]
    private static BackwardScope? current;

    private List<Storage>? fresh;

    /// <summary>The pass that runs on this thread, or null.</summary>
    public static BackwardScope? Current => current;

    /// <summary>Whether the pass records its own operations; then nothing of it may be given back.</summary>
    public bool CreatesGraph => createsGraph;

    /// <summary>Makes this the thread's pass, and returns the one before.</summary>
    public BackwardScope? Enter()
    {
        var before = current;
        current = this;
        return before;
    }

    /// <summary>Ends the thread's pass.</summary>
    public static void Leave(BackwardScope? before) => current = before;

    /// <summary>Notes a new block that belongs to the thread's pass.</summary>
    public static void Track(Storage storage)
    {
        if (current is { CreatesGraph: false } pass)
        {
            storage.Owner = pass;
            if (storage.IsPooled)
            {
                (pass.fresh ??= []).Add(storage);
            }
        }
    }

    /// <summary>
    /// Runs what a user wrote as if outside the thread's pass: the blocks that it makes are its own, and it records
    /// where the pass does.
    /// </summary>
    public static T Outside<T>(Func<T> userCode)
    {
        if (current is not { } pass)
        {
            return userCode();
        }

        current = null;
        try
        {
            using (Autograd.SetGradEnabled(pass.CreatesGraph))
            {
                return userCode();
            }
        }
        finally
        {
            current = pass;
        }
    }

    /// <summary>
    /// Gives back the block of a temporary that no other tensor shares; inside a pass the pass does so itself.
    /// </summary>
    public static void Release(Tensor temporary)
    {
        if (temporary.Storage.Owner is null)
        {
            temporary.Storage.Release();
        }
    }

    /// <summary>Gives back all blocks allocated since the last call but that of the result.</summary>
    public void ReleaseTemporaries(Tensor result)
    {
        if (fresh is null)
        {
            return;
        }

        foreach (var storage in fresh)
        {
            if (storage != result.Storage)
            {
                storage.Release();
            }
        }

        fresh.Clear();
    }

    /// <summary>Counts a pending gradient in a block of this pass.</summary>
    public void Hold(Tensor gradient)
    {
        if (gradient.Storage.Owner == this)
        {
            gradient.Storage.Holders++;
        }
    }

    /// <summary>Ends the use of a pending gradient, and gives its block back if it was the last.</summary>
    public void Drop(Tensor gradient)
    {
        if (gradient.Storage.Owner == this && --gradient.Storage.Holders == 0)
        {
            gradient.Storage.Release();
        }
    }

    /// <summary>
    /// Whether an operation that reads its gradient once, and for one operand only, may write its result over it on
    /// this thread: nobody else needs the block, and it is too large to be kept for drawing.
    /// </summary>
    public static bool MayOverwrite(Tensor gradient) =>
        gradient.Count > Node.PreviewCount && current is { } pass && pass.IsAlone(gradient);

    /// <summary>Whether a gradient is alone in a block of this pass, and fills it.</summary>
    public bool IsAlone(Tensor gradient) =>
        gradient.Storage.Owner == this && gradient.Storage.Holders == 1
        && gradient.Layout.IsContiguous && gradient.Storage.Length == gradient.Count;
}
