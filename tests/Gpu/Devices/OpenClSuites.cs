using NotebookGrad.Tests.Convolutions;
using NotebookGrad.Tests.Kernels;
using NotebookGrad.Tests.Laws;
using NotebookGrad.Tests.Matrices;
using NotebookGrad.Tests.OpInfo;
using NotebookGrad.Tests.Operations;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Devices;

/// <summary>Reference tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClReferenceTests() : ReferenceSuite(Accelerators.OpenCl);

/// <summary>Edge tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClEdgeTests() : EdgeSuite(Accelerators.OpenCl);

/// <summary>Corner tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClCornerTests() : CornerSuite(Accelerators.OpenCl);

/// <summary>OpInfo tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClOpInfoTests(Tally tally) : OpInfoSuite(Accelerators.OpenCl, tally), IClassFixture<Tally>;

/// <summary>Program tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClProgramTests(Proof proof) : ProgramSuite(Accelerators.OpenCl, proof), IClassFixture<Proof>;

/// <summary>Aliasing tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClAliasingTests(Proof proof) : AliasingSuite(Accelerators.OpenCl, proof), IClassFixture<Proof>;

/// <summary>Broadcasting tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClBroadcastingTests(Proof proof) : BroadcastingSuite(Accelerators.OpenCl, proof), IClassFixture<Proof>;

/// <summary>Graph tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClGraphTests(Proof proof) : GraphSuite(Accelerators.OpenCl, proof), IClassFixture<Proof>;

/// <summary>Product tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClProductTests() : ProductSuite(Accelerators.OpenCl);

/// <summary>Convolution tests on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClConvolutionTests() : ConvolutionSuite(Accelerators.OpenCl);

/// <summary>Losses against class numbers on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClClassLossTests() : ClassLossSuite(Accelerators.OpenCl);

/// <summary>Steps of optimisers on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClUpdatingTests() : UpdatingSuite(Accelerators.OpenCl);

/// <summary>Reductions on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClReducingTests() : ReducingSuite(Accelerators.OpenCl);

/// <summary>Rows on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClHeldRowTests() : HeldRowSuite(Accelerators.OpenCl);

/// <summary>Two operands on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClZippingTests() : ZippingSuite(Accelerators.OpenCl);

/// <summary>Promises of the backend on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClBackendTests() : BackendSuite(Accelerators.OpenCl);

/// <summary>Numbers out of range on the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClFaultTests() : FaultSuite(Accelerators.OpenCl);

/// <summary>Waits for the first OpenCL device.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClWaitTests() : WaitSuite(Accelerators.OpenCl);
