namespace NotebookGrad.Backends.Gpu;

/// <summary>The sizes of a convolution over three spatial axes; those that are not there have one element.</summary>
internal readonly struct Sliding
{
    public readonly int Batch;
    public readonly int Channels;
    public readonly int Features;
    public readonly int Groups;
    public readonly Axis Axis0;
    public readonly Axis Axis1;
    public readonly Axis Axis2;

    public Sliding(View input, View output, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        (Batch, Channels, Features, Groups) = (input.Shape[0], input.Shape[1], output.Shape[1], groups);
        Axis0 = new Axis(axes, 0);
        Axis1 = new Axis(axes, 1);
        Axis2 = new Axis(axes, 2);
    }

    /// <summary>The channels, and the features, of a group.</summary>
    public int ChannelsInGroup => Channels / Groups;

    /// <inheritdoc cref="ChannelsInGroup"/>
    public int FeaturesInGroup => Features / Groups;

    /// <summary>The elements of a window over all channels, and over those of a group.</summary>
    public long ElementsInWindow => (long)ElementsInGroup * Groups;

    /// <inheritdoc cref="ElementsInWindow"/>
    public int ElementsInGroup => ChannelsInGroup * Axis0.Kernel * Axis1.Kernel * Axis2.Kernel;

    /// <summary>The windows of an item.</summary>
    public long Windows => (long)Axis0.Output * Axis1.Output * Axis2.Output;

    /// <summary>The elements of an item of the input.</summary>
    public long ElementsInItem => (long)Channels * Axis0.Input * Axis1.Input * Axis2.Input;

    /// <summary>The place of an element of the input.</summary>
    public long InputAt(int item, int channel, int at0, int at1, int at2) =>
        ((((((((long)item * Channels) + channel) * Axis0.Input) + at0) * Axis1.Input) + at1) * Axis2.Input) + at2;

    /// <summary>The place of an element of the output.</summary>
    public long OutputAt(int item, int feature, int at0, int at1, int at2) =>
        ((((((((long)item * Features) + feature) * Axis0.Output) + at0) * Axis1.Output) + at1) * Axis2.Output) + at2;

    /// <summary>The place of an element of the weight.</summary>
    public long WeightAt(int feature, int channel, int at0, int at1, int at2) =>
        ((((((((long)feature * ChannelsInGroup) + channel) * Axis0.Kernel) + at0) * Axis1.Kernel) + at1)
            * Axis2.Kernel) + at2;

    /// <summary>Windows along an axis, as <see cref="SlidingAxis"/>.</summary>
    internal readonly struct Axis
    {
        public readonly int Input;
        public readonly int Output;
        public readonly int Kernel;
        public readonly int Stride;
        public readonly int Before;
        public readonly int Dilation;

        public Axis(ReadOnlySpan<SlidingAxis> axes, int number) =>
            (Input, Output, Kernel, Stride, Before, Dilation) =
                number < axes.Length ? axes[number] : new SlidingAxis(1, 1, 1, 1, 0, 1);

        /// <summary>Where an element of a window lies in the input, or beyond it.</summary>
        public int Place(int window, int element) => (window * Stride) - Before + (element * Dilation);

        /// <summary>Whether a place is in the input.</summary>
        public bool Has(int place) => place >= 0 && place < Input;

        /// <summary>The window in which a place is an element of a number; −1 if there is none.</summary>
        public int Window(int place, int element)
        {
            var start = place + Before - (element * Dilation);
            var window = start / Stride;
            return start >= 0 && window * Stride == start && window < Output ? window : -1;
        }
    }
}
