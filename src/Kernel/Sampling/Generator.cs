using NotebookGrad.Backends;
using NotebookGrad.Backends.Host;
using NotebookGrad.Sampling;

namespace NotebookGrad;

/// <summary>
/// A source of random numbers of its own: a seed, and a stream for each tensor drawn since. Numbers are a pure function
/// of seed, stream and element (counter-based), so that they depend neither on threads nor on devices.
/// </summary>
public sealed class Generator
{
    private static readonly Generator Shared = new();
    private static readonly AsyncLocal<Generator?> Flow = new();

    private readonly Lock gate = new();
    private ulong key;
    private ulong nextStream;

    /// <summary>A source that begins from a seed, or from one that nobody knows.</summary>
    public Generator(long? seed = null) => key = (ulong)(seed ?? Random.Shared.NextInt64());

    /// <summary>
    /// The source that is used where none is named; <c>Tensor.Seed</c> seeds it. Where a <see cref="DataLoader"/> makes
    /// a batch, that is a source of the batch's own.
    /// </summary>
    public static Generator Default => Flow.Value ?? Shared;

    /// <summary>Begins again from a seed, and returns the source.</summary>
    public Generator ManualSeed(long seed)
    {
        lock (gate)
        {
            (key, nextStream) = ((ulong)seed, 0);
        }

        return this;
    }

    /// <summary>
    /// A source for the part of a work that has a number: a function of this one's seed and the number alone.
    /// </summary>
    internal Generator Branch(int number)
    {
        // Tensors take streams from 0 on, and never come to the last.
        var (word0, word1, _, _) = Philox.Block(key, (ulong)number, ulong.MaxValue);
        return new Generator((long)(((ulong)word0 << 32) | word1));
    }

    /// <summary>Makes this the default in this flow of execution until the returned scope ends.</summary>
    internal IDisposable Use() => new Scope(this);

    /// <summary>The random numbers of the next tensor.</summary>
    internal Drawing Next(Distribution distribution)
    {
        var (seed, stream) = Next();
        return new(distribution, seed, stream);
    }

    /// <summary>The whole numbers of the next tensor, from low up to, but not with, high.</summary>
    internal Drawing Next(long low, long high) =>
        Next(Distribution.Whole) with { Low = low, Range = (ulong)high - (ulong)low };

    /// <summary>Uniform numbers in [0, 1): multiples of 2⁻⁵³.</summary>
    internal double[] Uniform(long count) => Draw(Next(Distribution.Uniform), count);

    /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
    internal double[] Normal(long count) => Draw(Next(Distribution.Normal), count);

    /// <summary>The numbers 0 to count − 1 in random order, all orders equally likely (Fisher and Yates).</summary>
    internal long[] Permutation(int count)
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

    /// <summary>
    /// What a sampler draws for each element, from numbers of that element's own, however many it takes.
    /// </summary>
    internal double[] Draw(long count, Func<Random, long, double> sampler)
    {
        var (seed, stream) = Next();
        var random = new ElementRandom(seed, stream);
        var values = new double[count];
        for (long i = 0; i < count; i++)
        {
            random.Begin(i);
            values[i] = sampler(random, i);
        }

        return values;
    }

    private static double[] Draw(Drawing drawing, long count)
    {
        var drawn = HostBackend.Instance.Allocate(DType.Float64, count);
        HostBackend.Instance.Draw(drawing, drawn);
        return HostBackend.Elements<double>(drawn).ToArray();
    }

    private (ulong Key, ulong Stream) Next() => RandomStreams.Next(Fresh);

    private (ulong Key, ulong Stream) Fresh()
    {
        lock (gate)
        {
            return (key, nextStream++);
        }
    }

    private sealed class Scope : IDisposable
    {
        private readonly Generator? before = Flow.Value;

        public Scope(Generator generator) => Flow.Value = generator;

        public void Dispose() => Flow.Value = before;
    }
}
