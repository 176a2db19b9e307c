using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Operations;

/// <summary>The table on a second backend, which shows that the operations need no change for a new device.</summary>
public class NaiveReferenceTests() : ReferenceSuite(NaiveBackend.Device);
