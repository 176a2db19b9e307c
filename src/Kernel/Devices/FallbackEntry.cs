namespace NotebookGrad;

/// <summary>Work of one operation that the processor did for another device.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Device">The name of the device on which its operands lay.</param>
/// <param name="Times">How often.</param>
/// <param name="Bytes">How many bytes of operands came to the processor for it.</param>
public sealed record FallbackEntry(string Operation, string Device, long Times, long Bytes);
