namespace NotebookGrad.Tests.Laws;

/// <summary>The laws of aliases on the processor.</summary>
public class AliasingLaws(Proof proof) : AliasingSuite(Device.Cpu, proof), IClassFixture<Proof>;
