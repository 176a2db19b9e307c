namespace NotebookGrad.Runner.Kernels;

/// <summary>Carries an exception of the cell's own code with its stack trace untouched.</summary>
internal sealed class ThrownInCellException(Exception thrown) : Exception(thrown.Message, thrown);
