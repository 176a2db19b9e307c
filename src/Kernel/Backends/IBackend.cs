using NotebookGrad.Backends.Host;

namespace NotebookGrad.Backends;

/// <summary>
/// What a device must be able to do for every operation to run on it. All views given to one call lie on this backend;
/// shapes agree as each member says, operands already expanded; results are distinct from operands; each unless said
/// otherwise.
/// </summary>
public interface IBackend : IPointwise
{
    /// <summary>Name of the device, such as <c>cpu</c>.</summary>
    string Name { get; }

    /// <summary>What multiplies matrices: a library's name and version, or the engine's.</summary>
    string MatMulLibrary => "NotebookGrad";

    /// <summary>
    /// Whether a product that begins with what its result holds is better than an addition afterwards. It is where that
    /// goes through the result once more; not where the addition can be one with what follows it.
    /// </summary>
    bool AccumulatesWell => true;

    /// <summary>
    /// Waits until all is done that was asked for before. A backend whose calls return when their work is done has
    /// nothing to wait for.
    /// </summary>
    void Synchronize()
    {
    }

    /// <summary>Makes a block of elements without setting them.</summary>
    /// <exception cref="OutOfMemoryException">The device has no room; the message tells the size asked for.</exception>
    Storage Allocate(DType dtype, long length);

    /// <summary>Copies elements from host memory to the start of a block; T is the element type of its dtype.</summary>
    void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged;

    /// <summary>Copies all elements of a contiguous view to host memory; T is the element type of its dtype.</summary>
    void Read<T>(View source, Span<T> values)
        where T : unmanaged;

    /// <summary>
    /// Fills a block with random numbers: uniform or normal ones of Float32 or Float64, whole ones of Int64. Uniform
    /// and whole ones have the processor's bits on every device, normal ones may differ from them in the last. A device
    /// that does not draw is given the processor's.
    /// </summary>
    void Draw(Drawing drawing, Storage target)
    {
        var drawn = HostBackend.Instance.Allocate(target.DType, target.Length);
        HostBackend.Instance.Draw(drawing, drawn);
        switch (target.DType)
        {
            case DType.Int64: Write<long>(HostBackend.Elements<long>(drawn), target); break;
            case DType.Float32: Write<float>(HostBackend.Elements<float>(drawn), target); break;
            default: Write<double>(HostBackend.Elements<double>(drawn), target); break;
        }
    }

    /// <summary>
    /// Checks all elements of a view of Int64. A device that does not wait for its work says what it found when values
    /// are next read there, whoever reads; the first of several findings counts.
    /// </summary>
    /// <exception cref="ArgumentException">An element is out of range.</exception>
    void Require(RangeCheck check, View x);

    /// <summary>
    /// Combines the elements of x along every axis where y has length 1 and x has not; both of one rank.
    /// </summary>
    void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel;

    /// <summary>y[…, i, …] = x[…, 0, …] combined with … combined with x[…, i, …], along an axis.</summary>
    void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel;

    /// <summary>
    /// The position along an axis of the first greatest (or least) element, where NaN is greater (or less) than all;
    /// y of Int64, the axis of length 1.
    /// </summary>
    void ArgMax(View x, int axis, bool least, View y);

    /// <summary>
    /// Where the greatest element of each window is, in row-major order over the innermost axes, one to three, for each
    /// of which there are windows: none empty, all with one step. As in PyTorch the first of equal elements counts, and
    /// NaN more than any number, the last NaN most. y of Int64; both contiguous.
    /// </summary>
    void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y);

    /// <summary>
    /// The positions along an axis in ascending (or descending) order of the elements; equal ones keep their order, and
    /// NaN is greatest. y of Int64.
    /// </summary>
    void ArgSort(View x, int axis, bool descending, View y);

    /// <summary>softmax along an axis, or its logarithm, without overflow.</summary>
    void Softmax(View x, int axis, bool logarithm, View y);

    /// <summary>
    /// y = (x − mean)/√(variance + ε)·weight + bias along the last axis, without its mean where it is not centred; all
    /// contiguous, weight and bias (null for 1 and 0) of the last axis' length.
    /// </summary>
    void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y);

    /// <summary>
    /// The Jacobian of <see cref="Normalize"/> without weight and bias, which is symmetric, applied to t; as there.
    /// </summary>
    void NormalizeSlope(View x, View t, double epsilon, bool centred, View y);

    /// <summary>
    /// The loss of lines of scores x along axis 1, or axis 0 of a single line, against labels of Int64 and of x's shape
    /// without that axis, within bounds where they are not ignored. Weight is contiguous, [classes], or null. y is one
    /// number, or of the labels' shape where nothing is reduced.
    /// </summary>
    void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y);

    /// <summary>
    /// The gradient by x of <see cref="ClassLoss"/>, given that by its result; 0 for a mean of nothing. y is contiguous
    /// and of x's shape.
    /// </summary>
    void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y);

    /// <summary>
    /// y[…, i, …] = x[…, index[…, i, …], …] along an axis; index of Int64 and of y's shape, within bounds.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// An index is out of bounds, told as <see cref="Require"/> does; the message tells which.
    /// </exception>
    void Gather(View x, int axis, View index, View y);

    /// <summary>
    /// y[…, index[…, i, …], …] = x[…, i, …] along an axis, in order, so that the last one stays; as
    /// <see cref="ScatterAdd"/>.
    /// </summary>
    void Scatter(View x, int axis, View index, View y);

    /// <summary>
    /// y[…, index[…, i, …], …] += x[…, i, …] along an axis; index of Int64 and of x's shape, within bounds.
    /// </summary>
    void ScatterAdd(View x, int axis, View index, View y);

    /// <summary>
    /// c = a·b, or c + a·b where products accumulate, for the last two axes, [n, k] by [k, m] to [n, m]; leading axes
    /// are equal, and loop.
    /// </summary>
    void MatMul(View a, View b, View c, bool accumulate = false);

    /// <summary>
    /// Of input [n, channels, …], output [n, features, …] and weight [features, channels/groups, kernel] the one that
    /// is asked for: the sum of the products of the other two over all places where windows meet. Beyond the ends of
    /// the input are zeros. All contiguous, of one dtype, one axis of windows for each spatial axis, one to three.
    /// </summary>
    void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups);

    /// <summary>
    /// A step of an optimiser: changes parameters and their states by their gradients, in one pass over each. These are
    /// contiguous, of one real dtype and one count for each parameter.
    /// </summary>
    /// <param name="kernel">What is done to an element.</param>
    /// <param name="options">The optimiser's options, of Float64, contiguous, on the processor.</param>
    /// <param name="parameters">
    /// What the optimiser treats alike, with the same number of states each;
    /// <see cref="UpdateOperands.Begin"/> works out what a step needs.
    /// </param>
    void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>;
}
