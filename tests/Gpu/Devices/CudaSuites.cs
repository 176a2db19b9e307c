using NotebookGrad.Tests.Convolutions;
using NotebookGrad.Tests.Kernels;
using NotebookGrad.Tests.Laws;
using NotebookGrad.Tests.Matrices;
using NotebookGrad.Tests.OpInfo;
using NotebookGrad.Tests.Operations;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Devices;

/// <summary>Reference tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaReferenceTests() : ReferenceSuite(Accelerators.Cuda);

/// <summary>Edge tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaEdgeTests() : EdgeSuite(Accelerators.Cuda);

/// <summary>Corner tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaCornerTests() : CornerSuite(Accelerators.Cuda);

/// <summary>OpInfo tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaOpInfoTests(Tally tally) : OpInfoSuite(Accelerators.Cuda, tally), IClassFixture<Tally>;

/// <summary>Program tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaProgramTests(Proof proof) : ProgramSuite(Accelerators.Cuda, proof), IClassFixture<Proof>;

/// <summary>Aliasing tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaAliasingTests(Proof proof) : AliasingSuite(Accelerators.Cuda, proof), IClassFixture<Proof>;

/// <summary>Broadcasting tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaBroadcastingTests(Proof proof) : BroadcastingSuite(Accelerators.Cuda, proof), IClassFixture<Proof>;

/// <summary>Graph tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaGraphTests(Proof proof) : GraphSuite(Accelerators.Cuda, proof), IClassFixture<Proof>;

/// <summary>Product tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaProductTests() : ProductSuite(Accelerators.Cuda);

/// <summary>Convolution tests on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaConvolutionTests() : ConvolutionSuite(Accelerators.Cuda);

/// <summary>Losses against class numbers on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaClassLossTests() : ClassLossSuite(Accelerators.Cuda);

/// <summary>Steps of optimisers on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaUpdatingTests() : UpdatingSuite(Accelerators.Cuda);

/// <summary>Reductions on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaReducingTests() : ReducingSuite(Accelerators.Cuda);

/// <summary>Rows on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaHeldRowTests() : HeldRowSuite(Accelerators.Cuda);

/// <summary>Two operands on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaZippingTests() : ZippingSuite(Accelerators.Cuda);

/// <summary>Promises of the backend on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaBackendTests() : BackendSuite(Accelerators.Cuda);

/// <summary>Numbers out of range on the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaFaultTests() : FaultSuite(Accelerators.Cuda);

/// <summary>Waits for the first CUDA device.</summary>
[Needs(DeviceKind.Cuda)]
public class CudaWaitTests() : WaitSuite(Accelerators.Cuda);
