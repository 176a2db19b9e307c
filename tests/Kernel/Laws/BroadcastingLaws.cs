namespace NotebookGrad.Tests.Laws;

/// <summary>The laws of broadcasting on the processor.</summary>
public class BroadcastingLaws(Proof proof) : BroadcastingSuite(Device.Cpu, proof), IClassFixture<Proof>;
