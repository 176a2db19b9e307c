namespace NotebookGrad.Backends.Host;

/// <summary>
/// The three tensors of a convolution as products of matrices. One operand of each is a scattered matrix: windows of
/// padded images, read where they lie. Images are padded a few samples at a time, so that they stay in the cache.
/// </summary>
internal static unsafe class ConvolutionProducts<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>Makes one of the three tensors, all dense and not empty.</summary>
    public static void Compute(ConvolutionRole result, ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        switch (result)
        {
            case ConvolutionRole.Input: MakeInput(sizes, input, output, weight); break;
            case ConvolutionRole.Output: MakeOutput(sizes, input, output, weight); break;
            default: MakeWeight(sizes, input, output, weight); break;
        }
    }

    /// <summary>Features by (channel, kernel), times (channel, kernel) by places.</summary>
    private static void MakeOutput(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var byPlanes = sizes.ByPlanes(ConvolutionRole.Output);
        var windows = new InputWindows(sizes, byPlanes);
        var (count, depth, plane) = (windows.SamplesAtOnce, windows.Kernel.Length, sizes.OutputPlane);
        var places = Offsets.Sums(Offsets.Multiples(count, sizes.Features * plane), Offsets.Multiples(plane, 1));
        var room = Room(byPlanes, sizes.GroupFeatures, depth, windows.Places);
        using var memory = new ScratchMemory<T>(room + windows.Room + PlaneProduct<T, TVector, TWidth>.Margin);
        var scratch = memory.Start;
        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            var image = windows.Read(input, sample, samples, scratch + room);
            for (var group = 0; group < sizes.Groups; group++)
            {
                var feature = group * sizes.GroupFeatures;
                Multiply(
                    byPlanes,
                    sizes.GroupFeatures,
                    new(weight + ((nint)feature * depth), depth, 1),
                    windows.Of(image, group),
                    windows.Kernel,
                    windows.Places.AsSpan(0, samples * plane),
                    places.AsSpan(0, samples * plane),
                    new(output + ((((nint)sample * sizes.Features) + feature) * plane), plane, 1),
                    scratch);
            }
        }
    }

    /// <summary>Features by places, times places by (channel, kernel).</summary>
    private static void MakeWeight(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var windows = new InputWindows(sizes, byPlanes: false);
        var (count, columns, plane) = (windows.SamplesAtOnce, windows.Kernel.Length, sizes.OutputPlane);
        var targets = Offsets.Multiples(columns, 1);
        var room = ScatteredProduct<T, TVector, TWidth>.Room(sizes.GroupFeatures, count * plane);
        var copies = count > 1 ? (nint)sizes.Features * count * plane : 0;
        using var memory = new ScratchMemory<T>(room + windows.Room + copies);
        var scratch = memory.Start;
        var exchanged = scratch + room + windows.Room;
        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            var depth = samples * plane;
            var image = windows.Read(input, sample, samples, scratch + room);
            var factors = output + ((nint)sample * sizes.Features * plane);
            if (samples > 1)
            {
                Exchange(factors, samples, sizes.Features, plane, exchanged);
                factors = exchanged;
            }

            for (var group = 0; group < sizes.Groups; group++)
            {
                var feature = (nint)group * sizes.GroupFeatures;
                ScatteredProduct<T, TVector, TWidth>.Multiply(
                    sizes.GroupFeatures,
                    new(factors + (feature * depth), depth, 1),
                    windows.Of(image, group),
                    windows.Places.AsSpan(0, depth),
                    windows.Kernel,
                    targets,
                    new(weight + (feature * columns), columns, 1),
                    accumulate: sample > 0,
                    scratch);
            }
        }
    }

    /// <summary>
    /// Channels by (feature, kernel), times (feature, kernel) by the input's positions: a convolution of the padded
    /// output, for each remainder of positions that the stride leaves one with another part of the kernel.
    /// </summary>
    private static void MakeInput(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var byPlanes = sizes.ByPlanes(ConvolutionRole.Input);
        var windows = new OutputWindows(sizes, byPlanes);
        var (count, plane, depth) = (windows.SamplesAtOnce, sizes.InputPlane, sizes.GroupFeatures * sizes.Kernel);
        var room = windows.Phases
            .Select(phase => Room(byPlanes, sizes.GroupChannels, phase.Depth, phase.Elements))
            .DefaultIfEmpty().Max();
        var image = room + ((nint)sizes.Channels * depth);
        using var memory = new ScratchMemory<T>(image + windows.Room + PlaneProduct<T, TVector, TWidth>.Margin);
        var scratch = memory.Start;
        var factors = scratch + room;
        windows.Arrange(weight, factors);
        if (windows.LeavesOut)
        {
            new Span<T>(input, checked(sizes.Samples * sizes.Channels * plane)).Clear();
        }

        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            var source = windows.Read(output, sample, samples, scratch + image);
            foreach (var phase in windows.Phases)
            {
                for (var group = 0; group < sizes.Groups; group++)
                {
                    var channel = (nint)group * sizes.GroupChannels;
                    Multiply(
                        byPlanes,
                        sizes.GroupChannels,
                        new(factors + phase.Factors + (channel * phase.Depth), phase.Depth, 1),
                        windows.Of(source, group),
                        phase.Windows,
                        phase.Elements.AsSpan(0, samples * phase.Count),
                        phase.Places.AsSpan(0, samples * phase.Count),
                        new(input + ((((nint)sample * sizes.Channels) + channel) * plane), plane, 1),
                        scratch);
                }
            }
        }
    }

    private static nint Room(bool byPlanes, int rows, int depth, ReadOnlySpan<int> columns) => byPlanes
        ? PlaneProduct<T, TVector, TWidth>.Room(columns, depth)
        : ScatteredProduct<T, TVector, TWidth>.Room(rows, depth);

    private static void Multiply(
        bool byPlanes, int rows, MatrixView<T> a, T* b, ReadOnlySpan<int> levels, ReadOnlySpan<int> columns,
        ReadOnlySpan<int> targets, MatrixView<T> c, T* scratch)
    {
        if (byPlanes)
        {
            PlaneProduct<T, TVector, TWidth>.Multiply(rows, a, b, levels, columns, targets, c, scratch);
        }
        else
        {
            ScatteredProduct<T, TVector, TWidth>.Multiply(
                rows, a, b, levels, columns, targets, c, accumulate: false, scratch);
        }
    }

    /// <summary>Copies planes from [samples, features] to [features, samples].</summary>
    private static void Exchange(T* source, int samples, int features, int plane, T* target)
    {
        for (var feature = 0; feature < features; feature++)
        {
            for (var sample = 0; sample < samples; sample++)
            {
                new ReadOnlySpan<T>(source + ((((nint)sample * features) + feature) * plane), plane)
                    .CopyTo(new Span<T>(target, plane));
                target += plane;
            }
        }
    }
}
