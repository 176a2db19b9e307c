namespace NotebookGrad.Tests.OpInfo;

/// <summary>An operation of PyTorch's OpInfo database: its samples, and how many were left out for which reason.</summary>
internal sealed record StoredOperation(string Name, StoredSample[] Samples, Dictionary<string, int> LeftOut);
