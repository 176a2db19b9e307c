namespace NotebookGrad.Sampling;

/// <summary>The random numbers of this process: one seed, and a stream for each tensor drawn since.</summary>
internal static class RandomSource
{
    private static readonly Lock Gate = new();
    private static ulong seed = (ulong)Random.Shared.NextInt64();
    private static ulong nextStream;

    /// <summary>Begins again from a seed.</summary>
    public static void Seed(ulong value)
    {
        lock (Gate)
        {
            (seed, nextStream) = (value, 0);
        }
    }

    /// <summary>Uniform numbers in [0, 1): multiples of 2⁻⁵³.</summary>
    public static double[] Uniform(long count)
    {
        var (key, stream) = Next();
        var values = new double[count];
        for (long i = 0; i < count; i += 2)
        {
            var (word0, word1, word2, word3) = Philox.Block(key, (ulong)(i / 2), stream);
            values[i] = Fraction(word0, word1);
            if (i + 1 < count)
            {
                values[i + 1] = Fraction(word2, word3);
            }
        }

        return values;
    }

    /// <summary>Normal numbers of mean 0 and deviation 1, in pairs by Box and Muller's transformation (1958).</summary>
    public static double[] Normal(long count)
    {
        var (key, stream) = Next();
        var values = new double[count];
        for (long i = 0; i < count; i += 2)
        {
            var (word0, word1, word2, word3) = Philox.Block(key, (ulong)(i / 2), stream);
            var radius = Math.Sqrt(-2 * Math.Log(1 - Fraction(word0, word1)));
            var (sine, cosine) = Math.SinCos(Math.Tau * Fraction(word2, word3));
            values[i] = radius * cosine;
            if (i + 1 < count)
            {
                values[i + 1] = radius * sine;
            }
        }

        return values;
    }

    /// <summary>The numbers 0 to count − 1 in random order, all orders equally likely (Fisher and Yates).</summary>
    public static long[] Permutation(int count)
    {
        var draws = Uniform(count);
        var values = new long[count];
        for (var i = 0; i < count; i++)
        {
            var other = (int)(draws[i] * (i + 1));
            values[i] = values[other];
            values[other] = i;
        }

        return values;
    }

    private static (ulong Key, ulong Stream) Next() => RandomStreams.Next(Fresh);

    private static (ulong Key, ulong Stream) Fresh()
    {
        lock (Gate)
        {
            return (seed, nextStream++);
        }
    }

    private static double Fraction(uint high, uint low) => ((((ulong)high << 32) | low) >> 11) * (1.0 / (1UL << 53));
}
