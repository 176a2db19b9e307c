namespace NotebookGrad.Tests.OpInfo;

/// <summary>Says that an argument is a tensor that has come before: which one, counted from 0.</summary>
internal sealed record SameTensor(int Place);
