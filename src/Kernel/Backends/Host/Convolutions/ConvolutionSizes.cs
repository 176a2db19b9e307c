namespace NotebookGrad.Backends.Host;

/// <summary>The lengths of a convolution's axes, always of three spatial ones.</summary>
internal sealed class ConvolutionSizes
{
    /// <summary>So many columns make the edges of a product small, and their tables stay in the first cache.</summary>
    private const int ManyColumns = 2048;

    /// <summary>So many rows are one register tile.</summary>
    private const int FewRows = 6;

    /// <summary>So many pieces keep some threads busy.</summary>
    private const int ManyPieces = 4;

    /// <summary>Reads the lengths off the tensors.</summary>
    public ConvolutionSizes(Shape input, Shape output, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        (Samples, Channels, Features, Groups) = (input[0], input[1], output[1], groups);
        Axes = [.. Enumerable.Repeat(new SlidingAxis(1, 1, 1, 1, 0, 1), 3 - axes.Length), .. axes];
        Kernel = Product(axis => axis.Kernel);
        InputPlane = Product(axis => axis.Input);
        OutputPlane = Product(axis => axis.Output);
    }

    public int Samples { get; }

    public int Channels { get; }

    public int Features { get; }

    public int Groups { get; }

    /// <summary>The channels that one feature is made of.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>The features that one channel is part of.</summary>
    public int GroupFeatures => Features / Groups;

    public SlidingAxis[] Axes { get; }

    /// <summary>The elements of a window in one channel.</summary>
    public int Kernel { get; }

    /// <summary>The elements of the weight that one group has.</summary>
    public int GroupWeight => checked(GroupFeatures * GroupChannels * Kernel);

    /// <summary>The elements of one channel of a sample.</summary>
    public int InputPlane { get; }

    /// <summary>The elements of one feature of a sample.</summary>
    public int OutputPlane { get; }

    /// <summary>
    /// Whether registers hold neighbours on a line, for there are few numbers at each place; else those of one place.
    /// </summary>
    public bool ByPlanes(ConvolutionRole result) => result switch
    {
        ConvolutionRole.Input => GroupChannels <= FewRows,
        ConvolutionRole.Output => GroupFeatures <= FewRows && Axes[2].Stride == 1,
        _ => false,
    };

    /// <summary>How many numbers of a result can lie side by side in registers.</summary>
    public int Lanes(ConvolutionRole result) => result switch
    {
        _ when ByPlanes(result) => int.MaxValue,
        ConvolutionRole.Input => GroupChannels,
        _ => GroupFeatures,
    };

    /// <summary>How many samples, each of so many columns, are worked on together.</summary>
    public int SamplesAtOnce(int columns)
    {
        var parts = Math.Max(1, Samples / (int)Math.Min(Samples, 1 + (ManyColumns / Math.Max(1L, columns))));
        return (Samples + parts - 1) / parts;
    }

    /// <summary>Whether threads share so many pieces, rather than what is in each of them.</summary>
    public bool SharePieces(int pieces) => pieces >= ManyPieces
        && (long)Samples * OutputPlane * Features * GroupChannels * Kernel >= MatrixProduct.WorthSharing;

    private int Product(Func<SlidingAxis, int> length) =>
        checked(length(Axes[0]) * length(Axes[1]) * length(Axes[2]));
}
