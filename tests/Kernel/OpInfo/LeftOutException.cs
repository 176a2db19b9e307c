namespace NotebookGrad.Tests.OpInfo;

/// <summary>An adapter leaves a sample out, for the reason that the message gives; it is counted.</summary>
internal sealed class LeftOutException(string reason) : Exception(reason);
