namespace NotebookGrad.Tests.OpInfo;

/// <summary>The samples on the processor.</summary>
public class OpInfoTests(Tally tally) : OpInfoSuite(Device.Cpu, tally), IClassFixture<Tally>;
