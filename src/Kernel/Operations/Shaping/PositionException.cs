namespace NotebookGrad.Operations;

/// <summary>What is wrong with an index, before it is told with the operation and the tensor.</summary>
internal sealed class PositionException(string message) : Exception(message);
