namespace NotebookGrad;

/// <summary>Progress for whatever a loop goes through.</summary>
public static class ProgressExtensions
{
    extension<T>(IEnumerable<T> source)
    {
        /// <summary>
        /// The same for a loop, with a live picture of how far that is, how long it takes, and the loss:
        /// <c>foreach (var step in Enumerable.Range(0, 1000).WithProgress())</c>.
        /// </summary>
        /// <param name="noun">What the loop counts, such as <c>epoch</c>.</param>
        /// <param name="total">How many there are, where the source does not know.</param>
        /// <exception cref="ArgumentException">The noun is empty, or the total below 0.</exception>
        public ProgressLoop<T> WithProgress(string noun = "step", long? total = null) =>
            new(source, noun, total, epochs: 1);
    }
}
