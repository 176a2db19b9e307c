namespace NotebookGrad;

/// <summary>
/// A mistake that a device found behind the program, told when values are read: a whole number that names nothing, as a
/// label or a row, or a division by 0. What was computed there since is of no use.
/// </summary>
/// <param name="message">The operation, the number and where it lies, in the words of the processor.</param>
public sealed class DeviceFaultException(string message) : ArgumentException(message);
