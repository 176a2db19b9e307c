using System.Numerics;
using System.Numerics.Tensors;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// The weight of a convolution: features by places, times windows of the input. A piece is one group's sum over part of
/// the samples.
/// </summary>
/// <param name="windows">Those of the input.</param>
/// <param name="product">What makes the weight.</param>
/// <param name="parts">In how many parts the samples are summed.</param>
/// <param name="input">The images.</param>
/// <param name="output">The factors.</param>
/// <param name="sums">Room for each part's and group's sums.</param>
internal readonly unsafe struct WeightProducts<T, TVector, TWidth>(
    InputWindows windows, WindowProduct product, int parts, T* input, T* output, T* sums) : IPieces
    where T : unmanaged, INumber<T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    // Enough for many threads.
    private const int MostPieces = 16;

    // So many numbers all parts may take; what has a larger weight has blocks enough to share.
    private const int MostSums = 1 << 20;

    private ConvolutionSizes Sizes => windows.Sizes;

    private nint Room => WeightBlocks<T, TVector, TWidth>.Room(product, Sizes.GroupFeatures);

    /// <summary>Makes the weight, dense.</summary>
    /// <remarks>Parts are added in their order, and how many there are depends on the lengths alone.</remarks>
    /// <param name="windows">Those of the input.</param>
    /// <param name="input">The images.</param>
    /// <param name="output">The factors.</param>
    /// <param name="weight">What is made.</param>
    public static void Multiply(InputWindows windows, T* input, T* output, T* weight)
    {
        var (sizes, product) = (windows.Sizes, windows.Weight);
        var room = sizes.Groups * WeightBlocks<T, TVector, TWidth>.Room(product, sizes.GroupFeatures);
        var parts = (int)Math.Clamp(Math.Min(MostPieces / sizes.Groups, MostSums / room), 1, windows.Parts);
        parts = sizes.SharePieces(parts * sizes.Groups) ? parts : 1;
        using var memory = new ScratchMemory<T>(parts * room);
        var sums = memory.Start;
        var pieces = parts * sizes.Groups;
        ThreadTeam.Shared.Run(
            pieces,
            new WeightProducts<T, TVector, TWidth>(windows, product, parts, input, output, sums),
            alone: !sizes.SharePieces(pieces));
        var total = new Span<T>(sums, checked((int)room));
        for (nint part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(total, new ReadOnlySpan<T>(sums + (part * room), total.Length), total);
        }

        var columns = sizes.GroupChannels * sizes.Kernel;
        for (nint group = 0; group < sizes.Groups; group++)
        {
            new WeightBlocks<T, TVector, TWidth>(
                product, 0, sizes.GroupFeatures, null, null, sums + (group * room / sizes.Groups), accumulate: true)
                .Store(new(weight + (group * sizes.GroupWeight), columns, 1));
        }
    }

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var (part, group) = Math.DivRem(piece, Sizes.Groups);
        var (rows, plane, width) = (
            Sizes.GroupFeatures, Sizes.OutputPlane, ScatteredBlock<T, TVector, TWidth>.Width(Sizes.GroupFeatures));
        var room = FactorSlivers<T>.Room(rows, product.Levels.Length, width);
        using var memory = new ScratchMemory<T>(room + windows.Room);
        var (first, end) = (part * windows.Parts / parts, (part + 1) * windows.Parts / parts);
        for (var i = first; i < end; i++)
        {
            var sample = i * windows.SamplesAtOnce;
            var samples = Math.Min(windows.SamplesAtOnce, Sizes.Samples - sample);
            var depth = samples * plane;
            var source = output + ((((nint)sample * Sizes.Groups) + group) * rows * plane);
            new FactorSlivers<T>(source, plane, rows, product.Factors, depth, width, memory.Start).Copy();
            var image = windows.Read(input, sample, samples, group, memory.Start + room);
            new WeightBlocks<T, TVector, TWidth>(
                product, depth, rows, memory.Start, image, sums + (piece * Room), accumulate: i > first).Multiply();
        }
    }
}
