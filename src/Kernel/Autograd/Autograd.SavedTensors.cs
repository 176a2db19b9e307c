namespace NotebookGrad;

/// <content>What nodes keep for their derivatives, in another form or not at all.</content>
public static partial class Autograd
{
    /// <summary>
    /// Until the returned scope ends, tensors that operations keep for their derivatives are packed by one function,
    /// and unpacked by the other when a derivative needs them. A change in place after packing is not noticed.
    /// </summary>
    /// <typeparam name="T">The packed form.</typeparam>
    /// <param name="pack">Called with each tensor that is kept; it must not change it.</param>
    /// <param name="unpack">Gives back a tensor of the same shape and dtype.</param>
    public static IDisposable SavedTensorHooks<T>(Func<Tensor, T> pack, Func<T, Tensor> unpack) =>
        PackedBy(new HookPacker<T>(pack, unpack));

    /// <summary>
    /// Until the returned scope ends, tensors that operations keep for their derivatives lie in files instead of
    /// memory, but for small ones and parameters. A file goes when its graph does.
    /// </summary>
    /// <param name="folder">Where the files lie; made if it is not there.</param>
    public static IDisposable SaveOnDisk(string folder) => PackedBy(new DiskPacker(folder));

    /// <summary>
    /// Until the returned scope ends, tensors that operations keep for their derivatives are rounded to 16 bits
    /// (<see cref="Half"/>: 11 bits of precision, at most 65504), but for parameters; gradients are that much coarser.
    /// One with finite elements beyond that range is kept as it is.
    /// </summary>
    public static IDisposable SaveAsFloat16() => PackedBy(new HalfPacker());

    /// <summary>
    /// Calls a function so that its operations keep nothing but the function's inputs and parameters; Backward calls
    /// it again to have the rest. Memory for time (Chen et al., Training Deep Nets with Sublinear Memory Cost, 2016).
    /// The function must do the same the second time; random numbers are the same.
    /// </summary>
    /// <param name="function">A function; it may use parameters beside its input.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The function's value, recorded as if it had been called directly.</returns>
    public static Tensor Checkpoint(Func<Tensor, Tensor> function, Tensor input) =>
        Checkpoint(OfOne(function), input);

    /// <param name="function">A function; it may use parameters beside its inputs.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <inheritdoc cref="Checkpoint(Func{Tensor, Tensor}, Tensor)"/>
    public static Tensor Checkpoint(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
        IsRecording ? new Recomputation(function, inputs).First(inputs) : function(inputs);

    private static IDisposable PackedBy(ITensorPacker packer) =>
        (AutogradMode.Current with { Packer = packer }).Enter();
}
