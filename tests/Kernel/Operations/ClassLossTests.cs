namespace NotebookGrad.Tests.Operations;

/// <summary>Losses against class numbers on the processor.</summary>
public class ClassLossTests() : ClassLossSuite(Device.Cpu);
