namespace NotebookGrad.Runner.Packages;

/// <summary>A package can't be had; the message names it and says why.</summary>
internal sealed class PackageException(string message, Exception? cause = null) : Exception(message, cause);
