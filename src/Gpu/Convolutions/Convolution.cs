using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>A convolution read from any of its three sides, by what suits the sizes.</summary>
internal static class Convolution<T>
    where T : unmanaged, INumber<T>
{
    // With fewer channels and features in a group a product would leave most of its tiles idle.
    private const int LeastInGroup = 8;

    // Fewer products than these take less time than to launch what unfolds windows.
    private const long LeastProducts = 1 << 16;

    // A thread for each of so many elements of an item, at most.
    private const long MostInItem = 1 << 30;

    public static void Run(
        GpuBackend backend, ConvolutionRole result, View input, View output, View weight,
        ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        var sizes = new Sliding(input, output, axes, groups);
        if (input.Layout.Count == 0 || output.Layout.Count == 0 || weight.Layout.Count == 0)
        {
            backend.Fill(result switch
            {
                ConvolutionRole.Input => input,
                ConvolutionRole.Output => output,
                _ => weight,
            }, 0);
        }
        else if (backend.HasTiles && IsWorthUnfolding(result, sizes))
        {
            UnfoldedConvolution<T>.Run(backend, result, input, output, weight, sizes);
        }
        else
        {
            PlainConvolution<T>.Run(backend, result, input, output, weight, sizes);
        }
    }

    /// <summary>Whether products of matrices are faster, what they unfold included.</summary>
    public static bool IsWorthUnfolding(ConvolutionRole result, Sliding sizes)
    {
        if (Math.Max(sizes.ElementsInItem, sizes.Windows) > MostInItem)
        {
            return false;
        }

        // Each thread of the other kernel sums over all windows for an element of the weight.
        return result == ConvolutionRole.Weight
            ? sizes.Batch * sizes.Windows >= LeastProducts / 256
            : Math.Max(sizes.ChannelsInGroup, sizes.FeaturesInGroup) >= LeastInGroup
                && sizes.Batch * sizes.Windows * sizes.Features * sizes.ElementsInGroup >= LeastProducts;
    }
}
