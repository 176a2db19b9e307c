namespace NotebookGrad.Tests.Operations;

/// <summary>The table on the processor.</summary>
public class ReferenceTests() : ReferenceSuite(Device.Cpu);
