using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>Whole numbers that name something, checked where they lie.</summary>
internal static class WholeNumbers
{
    /// <summary>
    /// Requires all elements to be in a range. The processor knows at once; a device checks behind the program, and
    /// says at the next read what it found, so that nobody waits.
    /// </summary>
    /// <param name="x">The numbers, int64.</param>
    /// <param name="range">What they must be.</param>
    /// <param name="tell">
    /// The message about a number and its place in row-major order; outlives the tensors, which it calls by their
    /// <see cref="Inspection.Mention"/>.
    /// </param>
    /// <exception cref="ArgumentException">An element is out of range.</exception>
    public static void Require(Tensor x, WholeRange range, Func<long, long, string> tell) =>
        x.Backend.Require(new(range, tell), x.View);
}
