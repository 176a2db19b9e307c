namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// A kernel, compiled at its first launch on each device and kept: ILGPU's own cache takes many times a launch to look
/// it up in.
/// </summary>
/// <typeparam name="TLaunch">A delegate: stream, configuration, then the kernel's arguments.</typeparam>
/// <param name="kernel">The kernel, a static method.</param>
internal sealed class Launcher<TLaunch>(Delegate kernel)
    where TLaunch : Delegate
{
    private TLaunch?[] compiled = [];

    /// <summary>
    /// What launches the kernel on a device, whose gate the caller holds: the same kernel launched by two threads at a
    /// time takes the arguments of one for the other.
    /// </summary>
    /// <exception cref="InvalidOperationException">The kernel does not compile for the device.</exception>
    public TLaunch On(GpuBackend backend)
    {
        backend.CountLaunch();
        return backend.Number < compiled.Length && compiled[backend.Number] is { } known ? known : Compile(backend);
    }

    private TLaunch Compile(GpuBackend backend)
    {
        var launch = backend.Load<TLaunch>(kernel.Method);
        if (backend.Number >= compiled.Length)
        {
            Array.Resize(ref compiled, backend.Number + 1);
        }

        return compiled[backend.Number] = launch;
    }
}
