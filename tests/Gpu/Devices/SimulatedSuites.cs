using NotebookGrad.Tests.Convolutions;
using NotebookGrad.Tests.Kernels;
using NotebookGrad.Tests.Laws;
using NotebookGrad.Tests.Matrices;
using NotebookGrad.Tests.OpInfo;
using NotebookGrad.Tests.Operations;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Devices;

/// <summary>Reference tests on ILGPU's own accelerator.</summary>
public class SimulatedReferenceTests() : ReferenceSuite(Accelerators.Simulated);

/// <summary>Edge tests on ILGPU's own accelerator.</summary>
public class SimulatedEdgeTests() : EdgeSuite(Accelerators.Simulated);

/// <summary>Corner tests on ILGPU's own accelerator.</summary>
public class SimulatedCornerTests() : CornerSuite(Accelerators.Simulated);

/// <summary>OpInfo tests on ILGPU's own accelerator.</summary>
public class SimulatedOpInfoTests(Tally tally) : OpInfoSuite(Accelerators.Simulated, tally), IClassFixture<Tally>;

/// <summary>Program tests on ILGPU's own accelerator.</summary>
public class SimulatedProgramTests(Proof proof) : ProgramSuite(Accelerators.Simulated, proof), IClassFixture<Proof>;

/// <summary>Aliasing tests on ILGPU's own accelerator.</summary>
public class SimulatedAliasingTests(Proof proof) : AliasingSuite(Accelerators.Simulated, proof), IClassFixture<Proof>;

/// <summary>Broadcasting tests on ILGPU's own accelerator.</summary>
public class SimulatedBroadcastingTests(Proof proof) : BroadcastingSuite(Accelerators.Simulated, proof), IClassFixture<Proof>;

/// <summary>Graph tests on ILGPU's own accelerator.</summary>
public class SimulatedGraphTests(Proof proof) : GraphSuite(Accelerators.Simulated, proof), IClassFixture<Proof>;

/// <summary>Product tests on ILGPU's own accelerator, with large groups.</summary>
public class SimulatedProductTests() : ProductSuite(Accelerators.SimulatedWide);

/// <summary>Convolution tests on ILGPU's own accelerator, with large groups.</summary>
public class SimulatedConvolutionTests() : ConvolutionSuite(Accelerators.SimulatedWide);

/// <summary>Losses against class numbers on ILGPU's own accelerator.</summary>
public class SimulatedClassLossTests() : ClassLossSuite(Accelerators.Simulated);

/// <summary>Steps of optimisers on ILGPU's own accelerator.</summary>
public class SimulatedUpdatingTests() : UpdatingSuite(Accelerators.Simulated);

/// <summary>Reductions on ILGPU's own accelerator.</summary>
public class SimulatedReducingTests() : ReducingSuite(Accelerators.Simulated);

/// <summary>Rows on ILGPU's own accelerator.</summary>
public class SimulatedHeldRowTests() : HeldRowSuite(Accelerators.Simulated);

/// <summary>Two operands on ILGPU's own accelerator.</summary>
public class SimulatedZippingTests() : ZippingSuite(Accelerators.Simulated);

/// <summary>Promises of the backend on ILGPU's own accelerator.</summary>
public class SimulatedBackendTests() : BackendSuite(Accelerators.Simulated);

/// <summary>Numbers out of range on ILGPU's own accelerator.</summary>
public class SimulatedFaultTests() : FaultSuite(Accelerators.Simulated);

/// <summary>Waits for ILGPU's own accelerator.</summary>
public class SimulatedWaitTests() : WaitSuite(Accelerators.Simulated);
