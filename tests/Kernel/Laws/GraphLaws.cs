namespace NotebookGrad.Tests.Laws;

/// <summary>The laws of graphs on the processor.</summary>
public class GraphLaws(Proof proof) : GraphSuite(Device.Cpu, proof), IClassFixture<Proof>;
