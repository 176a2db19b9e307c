namespace NotebookGrad.Backends.Host;

/// <summary>
/// Windows on images with zeros around them, group by group, and a few samples at a time, so that they stay in the
/// cache.
/// </summary>
/// <param name="sizes">The lengths.</param>
/// <param name="channels">The channels of an image that a group has.</param>
/// <param name="plane">How a channel lies in memory.</param>
/// <param name="samplesAtOnce">How many samples are worked on together.</param>
internal abstract unsafe class ImageWindows(ConvolutionSizes sizes, int channels, PaddedPlane plane, int samplesAtOnce)
{
    /// <summary>The lengths.</summary>
    public ConvolutionSizes Sizes => sizes;

    /// <summary>How many samples are worked on together.</summary>
    public int SamplesAtOnce => samplesAtOnce;

    /// <summary>In how many parts all samples are worked on.</summary>
    public int Parts => (sizes.Samples + samplesAtOnce - 1) / samplesAtOnce;

    /// <summary>The numbers that so many padded samples of a group take, none where they are read in place.</summary>
    public nint Room => plane.InPlace ? 0 : (nint)samplesAtOnce * channels * plane.Size;

    /// <summary>How a channel lies in memory.</summary>
    protected PaddedPlane Plane => plane;

    /// <summary>Where the samples of a group begin, from the first of them.</summary>
    protected int[] Samples =>
        Offsets.Multiples(samplesAtOnce, checked((plane.InPlace ? sizes.Groups : 1) * channels * plane.Size));

    /// <summary>Where the channels of a group begin.</summary>
    protected int[] Channels => Offsets.Multiples(channels, plane.Size);

    /// <summary>Some samples of a group with padding, copied if they cannot be read in place.</summary>
    public T* Read<T>(T* source, int sample, int samples, int group, T* copy)
        where T : unmanaged
    {
        var first = source + ((((nint)sample * sizes.Groups) + group) * channels * plane.Elements);
        if (plane.InPlace)
        {
            return first;
        }

        for (nint i = 0; i < samples; i++)
        {
            var dense = first + (i * sizes.Groups * channels * plane.Elements);
            plane.Write(dense, channels, copy + (i * channels * plane.Size));
        }

        return copy;
    }
}
