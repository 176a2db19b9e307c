namespace NotebookGrad.Sampling;

/// <summary>
/// The random numbers of one element of a tensor at a time, for samplers that take as many as they need, such as those
/// of MathNet: no element's numbers depend on how many another took.
/// </summary>
internal sealed class ElementRandom(ulong key, ulong stream) : Random
{
    private ulong element;
    private ulong block;
    private ulong spare;
    private bool hasSpare;

    /// <summary>Goes to the first number of an element, of which there may be 2³².</summary>
    public void Begin(long position) => (element, block, hasSpare) = ((ulong)position, 0, false);

    /// <inheritdoc/>
    public override double NextDouble() => Variates.Fraction(Bits());

    /// <inheritdoc/>
    public override float NextSingle() => Variates.FractionSingle(Bits());

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => NextInt64(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return Variates.Whole(Bits(), minValue, (ulong)maxValue - (ulong)minValue);
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        foreach (ref var value in buffer)
        {
            value = (byte)Bits();
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private ulong Bits()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        // A tensor has fewer than 2³² elements, so the counter has room for the element below and its blocks above.
        var (word0, word1, word2, word3) = Philox.Block(key, (block++ << 32) | element, stream);
        (spare, hasSpare) = (((ulong)word2 << 32) | word3, true);
        return ((ulong)word0 << 32) | word1;
    }
}
