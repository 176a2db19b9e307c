namespace NotebookGrad.Backends.Host;

/// <summary>
/// The output or the input of a convolution, made of windows on the other one's images. A piece is one group of some
/// samples.
/// </summary>
/// <param name="windows">The windows.</param>
/// <param name="phases">What they make.</param>
/// <param name="byPlanes">Whether registers hold neighbours on a line.</param>
/// <param name="rows">The channels of a group of the result.</param>
/// <param name="plane">The elements of one of them.</param>
/// <param name="factors">The weight.</param>
/// <param name="images">What the windows are on.</param>
/// <param name="result">What is made.</param>
internal readonly unsafe struct ImageProducts<T, TVector, TWidth>(
    ImageWindows windows,
    WindowProduct[] phases,
    bool byPlanes,
    int rows,
    int plane,
    PackedWeight<T> factors,
    T* images,
    T* result) : IPieces
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    private int Groups => windows.Sizes.Groups;

    /// <summary>Makes the output or the input, dense.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="phases">What they make.</param>
    /// <param name="role">Which of the two is made.</param>
    /// <param name="images">What the windows are on.</param>
    /// <param name="weight">The factors.</param>
    /// <param name="result">What is made.</param>
    public static void Multiply(
        ImageWindows windows, WindowProduct[] phases, ConvolutionRole role, T* images, T* weight, T* result)
    {
        var sizes = windows.Sizes;
        var byPlanes = sizes.ByPlanes(role);
        var (rows, stride, plane) = role == ConvolutionRole.Output
            ? (sizes.GroupFeatures, sizes.GroupChannels * sizes.Kernel, sizes.OutputPlane)
            : (sizes.GroupChannels, sizes.Kernel, sizes.InputPlane);
        var width = byPlanes
            ? PlaneProduct<T, TVector, TWidth>.Rows
            : ScatteredBlock<T, TVector, TWidth>.Width(rows);
        using var factors = new PackedWeight<T>(weight, sizes, phases, rows, stride, width);
        var products = new ImageProducts<T, TVector, TWidth>(
            windows, phases, byPlanes, rows, plane, factors, images, result);
        var pieces = windows.Parts * sizes.Groups;
        ThreadTeam.Shared.Run(pieces, products, alone: !sizes.SharePieces(pieces));
    }

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var (part, group) = Math.DivRem(piece, Groups);
        var sample = part * windows.SamplesAtOnce;
        var samples = Math.Min(windows.SamplesAtOnce, windows.Sizes.Samples - sample);
        var room = byPlanes ? PlaneProduct<T, TVector, TWidth>.Room(phases) : 0;
        using var memory = new ScratchMemory<T>(room + windows.Room + PlaneProduct<T, TVector, TWidth>.Margin);
        var image = windows.Read(images, sample, samples, group, memory.Start + room);
        var target = new MatrixView<T>(result + ((((nint)sample * Groups) + group) * rows * plane), plane, 1);
        for (var i = 0; i < phases.Length; i++)
        {
            if (byPlanes)
            {
                PlaneProduct<T, TVector, TWidth>.Multiply(
                    rows, factors[group, i], image, phases[i], target, memory.Start);
            }
            else
            {
                var columns = phases[i].Columns.Length / windows.SamplesAtOnce * samples;
                new ResultBlocks<T, TVector, TWidth>(phases[i], columns, rows, factors[group, i], image, target)
                    .Multiply();
            }
        }
    }
}
