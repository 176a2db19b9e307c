namespace NotebookGrad.Tests.Operations;

/// <summary>The corners on the processor.</summary>
public class CornerTests() : CornerSuite(Device.Cpu);
