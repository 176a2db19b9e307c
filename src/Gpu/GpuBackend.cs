using System.Reflection;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// A device that ILGPU compiles for. All work goes into one stream in the order of the calls, which return before it is
/// done; only <see cref="Read"/> and <see cref="Synchronize"/> wait for it.
/// </summary>
internal sealed partial class GpuBackend : IBackend, IBackendMemory
{
    /// <summary>
    /// The most threads of a group, whatever the device: kernels have room for so many in shared memory.
    /// </summary>
    public const int MostThreadsInGroup = 256;

    private const int GroupsPerMultiprocessor = 32;

    private static int backends;

    private const int BusyGroupsPerMultiprocessor = 8;

    private readonly int mostGroups;
    private readonly KernelCompiler compiler;
    private readonly Lazy<Cublas?> cublas;
    private readonly Lazy<bool> tensorCores;
    private readonly Staging staging;
    private long waits;

    /// <summary>A backend on an accelerator, which is its own from now on.</summary>
    public GpuBackend(Accelerator accelerator, string name)
    {
        DeviceMath.Prepare();
        (Accelerator, Name) = (accelerator, name);
        Number = Interlocked.Increment(ref backends) - 1;
        Stream = accelerator.DefaultStream;
        GroupSize = Math.Min(MostThreadsInGroup, accelerator.MaxNumThreadsPerGroup);
        mostGroups = Math.Max(1, accelerator.NumMultiprocessors) * GroupsPerMultiprocessor;
        BusyGroups = Math.Max(1, accelerator.NumMultiprocessors) * BusyGroupsPerMultiprocessor;
        compiler = new KernelCompiler(accelerator);
        cublas = new(() => Cublas.Open(this));
        tensorCores = new(() => TensorCoreSupport.AreUsable(this));
        staging = new Staging(accelerator);
        Faults = new Faults(accelerator);
        Arrivals = new Arrivals(accelerator);
        Pool = new GpuPool(accelerator, FreeOfCharge(accelerator));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string MatMulLibrary => Cublas?.Name ?? "NotebookGrad";

    /// <summary>The device.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>A number of its own among all backends of the process, from 0.</summary>
    public int Number { get; }

    /// <summary>Where all work goes.</summary>
    public AcceleratorStream Stream { get; }

    /// <summary>The threads of a group, a power of two.</summary>
    public int GroupSize { get; }

    /// <summary>
    /// Whether groups are large enough for <see cref="TiledProduct{TTile, T}"/> of any type and for
    /// <see cref="TensorProduct{TFactor}"/>.
    /// </summary>
    public bool HasTiles => GroupSize == MostThreadsInGroup
        && Accelerator.MaxSharedMemoryPerGroup >= TiledSizes.SharedElements * sizeof(double);

    /// <summary>
    /// The library that multiplies matrices, opened when it is first asked for; null where there is none.
    /// </summary>
    public Cublas? Cublas => cublas.Value;

    /// <summary>Whether tensor cores multiply here, which is tried when it is first asked for.</summary>
    public bool HasTensorCores => tensorCores.Value;

    /// <summary>How many groups keep the device busy.</summary>
    public int BusyGroups { get; }

    /// <summary>The device's memory.</summary>
    public GpuPool Pool { get; }

    /// <summary>What kernels report.</summary>
    public Faults Faults { get; }

    /// <summary>Which groups of a launch have come to their end.</summary>
    public Arrivals Arrivals { get; }

    /// <summary>What a thread holds while it launches.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How many kernels have been launched.</summary>
    public long Launches { get; private set; }

    /// <summary>How often a thread has waited for the device: read from it, or uploaded what takes long.</summary>
    public long Waits => waits + staging.Waits;

    /// <inheritdoc/>
    public long Allocated => Pool.Allocated;

    /// <inheritdoc/>
    public long Reserved => Pool.Reserved;

    /// <inheritdoc/>
    public long MaxAllocated => Pool.MaxAllocated;

    /// <inheritdoc/>
    public void ResetMax() => Pool.ResetMax();

    /// <inheritdoc/>
    public void Empty() => Pool.Empty();

    /// <inheritdoc/>
    public void Synchronize()
    {
        lock (Gate)
        {
            waits++;
            Stream.Synchronize();
        }
    }

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, long length) => new GpuStorage(this, dtype, length);

    /// <summary>
    /// Groups for so many threads of work; each takes several rounds where there are more than a device has.
    /// </summary>
    public KernelConfig Threads(long count) =>
        new((int)Math.Clamp((count + GroupSize - 1) / GroupSize, 1, mostGroups), GroupSize);

    /// <summary>A group for each of so many lines of work; each takes several where there are many.</summary>
    public KernelConfig Groups(long count) => new((int)Math.Clamp(count, 1, mostGroups), GroupSize);

    /// <summary>A group, or a thread, for each of so many lines of work.</summary>
    public KernelConfig Lines(bool isByGroups, long count) => isByGroups ? Groups(count) : Threads(count);

    /// <summary>Counts a launch.</summary>
    public void CountLaunch() => Launches++;

    /// <summary>Compiles a kernel.</summary>
    /// <exception cref="InvalidOperationException">It does not compile for the device.</exception>
    public TLaunch Load<TLaunch>(MethodInfo kernel)
        where TLaunch : Delegate => compiler.Load(kernel).CreateLauncherDelegate<TLaunch>();

    // A processor's memory is the system's, where little should lie dead; a device's is there to be used.
    private static long FreeOfCharge(Accelerator accelerator) =>
        accelerator.AcceleratorType == AcceleratorType.Cuda ? accelerator.MemorySize / 32 : 32L << 20;

    // A block goes back to the pool when nothing refers to its storage; views of its elements do not count.
    internal static void KeepAlive(params ReadOnlySpan<View> views)
    {
        foreach (var view in views)
        {
            GC.KeepAlive(view.Storage);
        }
    }
}
