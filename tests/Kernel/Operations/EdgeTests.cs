namespace NotebookGrad.Tests.Operations;

/// <summary>The edges on the processor.</summary>
public class EdgeTests() : EdgeSuite(Device.Cpu);
