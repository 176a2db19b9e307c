namespace NotebookGrad.Runner.Documents;

/// <summary>A file is not a notebook that can be read; the message is the end of a sentence about the file.</summary>
internal sealed class NotebookFormatException(string problem, Exception? cause = null) : Exception(problem, cause);
