namespace NotebookGrad.Backends;

/// <summary>What whole numbers must be, and what is said of one that is not.</summary>
/// <param name="Range">What they must be.</param>
/// <param name="Tell">
/// What is said of a number and its place in row-major order. Who finds out later keeps this until then, or for good:
/// it holds texts and shapes, and no tensors.
/// </param>
public sealed record RangeCheck(WholeRange Range, Func<long, long, string> Tell)
{
    /// <summary>Checks numbers here and now.</summary>
    /// <exception cref="ArgumentException">One is out of range; the message is about the first.</exception>
    public void Run(ReadOnlySpan<long> numbers)
    {
        var range = Range;
        for (var place = 0; place < numbers.Length; place++)
        {
            if (!range.Has(numbers[place]))
            {
                throw new ArgumentException(Tell(numbers[place], place));
            }
        }
    }
}
