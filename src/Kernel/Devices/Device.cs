using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Where a tensor's elements lie and its operations run.</summary>
/// <param name="Backend">What carries the operations out; devices are equal that share it.</param>
public sealed record Device(IBackend Backend) : IInspectable
{
    private static Device? chosen;
    private static bool prefersLibrary = true;
    private static int precision;

    /// <summary>
    /// Gets told, in words for the author of a program and once, why <see cref="Best"/> is the processor, and why a
    /// device does without something that it has. Where nobody listens, that goes to the standard error.
    /// </summary>
    public static event Action<string>? Advised;

    /// <summary>The processor.</summary>
    public static Device Cpu { get; } = new(HostBackend.Instance);

    /// <summary>
    /// All that is here and all that was looked for, the processor first: one entry a device, also of those that cannot
    /// be worked on, with the reason.
    /// </summary>
    public static DeviceList All => DeviceRegistry.Shared.All;

    /// <summary>
    /// The first graphics processor that can be worked on, else the processor; why it is that is said once
    /// (<see cref="Advised"/>).
    /// </summary>
    public static Device Best => DeviceRegistry.Shared.Best(Advise);

    /// <summary>
    /// Where tensors are made that are not told where, PyTorch's <c>set_default_device</c>: the processor unless set.
    /// Inside <see cref="Use"/> it is that device.
    /// </summary>
    public static Device Default
    {
        get => AutogradMode.CurrentDevice ?? Volatile.Read(ref chosen) ?? Cpu;
        set => Volatile.Write(ref chosen, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>
    /// How exactly devices multiply matrices of float32, PyTorch's <c>set_float32_matmul_precision</c>: as float32
    /// unless set. The processor always does.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the three.</exception>
    public static MatMulPrecision MatMulPrecision
    {
        get => (MatMulPrecision)Volatile.Read(ref precision);
        set => Volatile.Write(ref precision, Enum.IsDefined(value)
            ? (int)value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"Device.MatMulPrecision: {(int)value} is no precision; there are "
                + string.Join(", ", Enum.GetNames<MatMulPrecision>())));
    }

    /// <summary>
    /// Whether products of matrices go to the device's library (<see cref="MatMulLibrary"/>) where there is one: yes
    /// unless set. Otherwise the engine's own kernels do them.
    /// </summary>
    public static bool PrefersMatMulLibrary
    {
        get => Volatile.Read(ref prefersLibrary);
        set => Volatile.Write(ref prefersLibrary, value);
    }

    /// <summary>
    /// What the processor has computed for other devices, by operation: decompositions, for one. Every tensor may lie
    /// anywhere, so this is how to find out why something is slow. Never counts what lay on the processor.
    /// </summary>
    public static FallbackReport Fallbacks => NotebookGrad.Fallbacks.Report;

    /// <summary>Name, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public string Name => Backend.Name;

    /// <summary>What multiplies matrices there: a library such as <c>cuBLAS 12.4.5</c>, or NotebookGrad.</summary>
    public string MatMulLibrary => Backend.MatMulLibrary;

    /// <summary>A graphics processor, PyTorch's <c>cuda</c>; the first call opens it.</summary>
    /// <param name="index">Which of those that can be worked on, in the order of <see cref="All"/>.</param>
    /// <exception cref="InvalidOperationException">
    /// There is none, or it does not open; the message says why.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer; the message lists them.</exception>
    public static Device Gpu(int index = 0) => DeviceRegistry.Shared.Gpu(index);

    /// <summary>
    /// The device of a name: <c>cpu</c>, <c>gpu</c>, or of <see cref="All"/> such as <c>cuda:0</c>, which is
    /// <c>cuda</c>, too.
    /// </summary>
    /// <exception cref="ArgumentException">There is none of the name; the message lists all.</exception>
    /// <exception cref="InvalidOperationException">It cannot be worked on; the message says why.</exception>
    public static Device Parse(string name) => DeviceRegistry.Shared.Parse(name);

    /// <summary>
    /// Makes this the <see cref="Default"/> in this flow of execution until the returned scope ends, as
    /// <c>with torch.device(…):</c>.
    /// </summary>
    public IDisposable Use() => (AutogradMode.Current with { Device = this }).Enter();

    /// <summary>
    /// Waits until the device has done all that it was asked for, PyTorch's <c>torch.cuda.synchronize</c>. Only who
    /// times something needs to: what reads numbers waits for them.
    /// </summary>
    public void Synchronize() => Backend.Synchronize();

    /// <summary>What there is to say of the device now: what it is, and what its tensors take.</summary>
    public DeviceSnapshot Snapshot()
    {
        var memory = Backend as IBackendMemory;
        return new(
            Name,
            DeviceRegistry.Shared.Info(this),
            MatMulLibrary,
            memory?.Allocated,
            memory?.MaxAllocated,
            memory?.Reserved);
    }

    /// <summary>Lets <see cref="Fallbacks"/> begin anew.</summary>
    public static void ClearFallbacks() => NotebookGrad.Fallbacks.Clear();

    /// <summary>
    /// Makes what would be counted by <see cref="Fallbacks"/> an error, in this flow of execution until the returned
    /// scope ends; the message names the operation and the remedy.
    /// </summary>
    public static IDisposable Strict() => (AutogradMode.Current with { IsStrict = true }).Enter();

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Tells those who listen to <see cref="Advised"/>.</summary>
    internal static void Advise(string advice) => Advice.Give(Advised, advice);

    /// <summary>The device of a storage.</summary>
    internal static Device Of(Storage storage) => storage.Maker == Cpu.Backend ? Cpu : new Device(storage.Maker);
}
