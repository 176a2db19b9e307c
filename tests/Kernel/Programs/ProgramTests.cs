namespace NotebookGrad.Tests.Programs;

/// <summary>The programs on the processor.</summary>
public class ProgramTests(Proof proof) : ProgramSuite(Device.Cpu, proof), IClassFixture<Proof>;
