namespace NotebookGrad.Backends.Host;

/// <summary>
/// The three tensors of a convolution as products of matrices. One operand of each is a scattered matrix: windows of
/// padded images, read where they lie. Images are padded a few samples at a time, so that they stay in the cache;
/// after them a register's numbers more can be read.
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
        var windows = new InputWindows(sizes);
        var (count, depth, plane) = (windows.SamplesAtOnce, windows.Kernel.Length, sizes.OutputPlane);
        var places = Offsets.Sums(Offsets.Multiples(count, sizes.Features * plane), Offsets.Multiples(plane, 1));
        var plans = new TilePlans<T, TVector, TWidth>(windows.Places, places, sizes.GroupFeatures);
        using var memory = new ScratchMemory<T>(
            windows.Room + TWidth.Count + ScatteredProduct<T, TVector, TWidth>.Room);
        var image = memory.Start;
        var scratch = image + windows.Room + TWidth.Count;
        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            windows.Write(input, sample, samples, image);
            for (var group = 0; group < sizes.Groups; group++)
            {
                var feature = group * sizes.GroupFeatures;
                ScatteredProduct<T, TVector, TWidth>.Multiply(
                    sizes.GroupFeatures,
                    new(weight + ((nint)feature * depth), depth, 1),
                    windows.Of(image, group),
                    windows.Kernel,
                    plans.Of(samples * plane),
                    new(output + ((((nint)sample * sizes.Features) + feature) * plane), plane, 1),
                    accumulate: false,
                    scratch);
            }
        }
    }

    /// <summary>Features by places, times places by (channel, kernel).</summary>
    private static void MakeWeight(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var windows = new InputWindows(sizes);
        var (count, columns, plane) = (windows.SamplesAtOnce, windows.Kernel.Length, sizes.OutputPlane);
        var plan = ScatteredProduct<T, TVector, TWidth>.Plan(
            windows.Kernel, Offsets.Multiples(columns, 1), sizes.GroupFeatures);
        var shares = (nint)sizes.Features * count * plane;
        var room = shares + ScatteredProduct<T, TVector, TWidth>.Room;
        using var memory = new ScratchMemory<T>(windows.Room + TWidth.Count + room);
        var image = memory.Start;
        var factors = image + windows.Room + TWidth.Count;
        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            var depth = samples * plane;
            windows.Write(input, sample, samples, image);
            Exchange(output + ((nint)sample * sizes.Features * plane), samples, sizes.Features, plane, factors);
            for (var group = 0; group < sizes.Groups; group++)
            {
                var feature = (nint)group * sizes.GroupFeatures;
                ScatteredProduct<T, TVector, TWidth>.Multiply(
                    sizes.GroupFeatures,
                    new(factors + (feature * depth), depth, 1),
                    windows.Of(image, group),
                    windows.Places.AsSpan(0, depth),
                    plan,
                    new(weight + (feature * columns), columns, 1),
                    accumulate: sample > 0,
                    factors + shares);
            }
        }
    }

    /// <summary>
    /// Channels by (feature, kernel), times (feature, kernel) by the input's positions: a convolution of the padded
    /// output, for each remainder of positions that the stride leaves one with another part of the kernel.
    /// </summary>
    private static void MakeInput(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var windows = new OutputWindows(sizes);
        var (count, plane, depth) = (windows.SamplesAtOnce, sizes.InputPlane, sizes.GroupFeatures * sizes.Kernel);
        var weights = (nint)sizes.Channels * depth;
        var room = weights + ScatteredProduct<T, TVector, TWidth>.Room;
        using var memory = new ScratchMemory<T>(windows.Room + TWidth.Count + room);
        var image = memory.Start;
        var factors = image + windows.Room + TWidth.Count;
        var plans = Array.ConvertAll(windows.Phases, phase => new TilePlans<T, TVector, TWidth>(
            phase.Elements, phase.Places, sizes.GroupChannels));
        windows.Arrange(weight, factors);
        if (windows.LeavesOut)
        {
            new Span<T>(input, checked(sizes.Samples * sizes.Channels * plane)).Clear();
        }

        for (var sample = 0; sample < sizes.Samples; sample += count)
        {
            var samples = Math.Min(count, sizes.Samples - sample);
            windows.Write(output, sample, samples, image);
            for (var i = 0; i < plans.Length; i++)
            {
                var phase = windows.Phases[i];
                for (var group = 0; group < sizes.Groups; group++)
                {
                    var channel = (nint)group * sizes.GroupChannels;
                    ScatteredProduct<T, TVector, TWidth>.Multiply(
                        sizes.GroupChannels,
                        new(factors + phase.Factors + (channel * phase.Depth), phase.Depth, 1),
                        windows.Of(image, group),
                        phase.Windows,
                        plans[i].Of(samples * phase.Count),
                        new(input + ((((nint)sample * sizes.Channels) + channel) * plane), plane, 1),
                        accumulate: false,
                        factors + weights);
                }
            }
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
