using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What a thread carries of an operand's tile to shared memory, as words: two fours of each stretch.</summary>
/// <param name="operand">The operand.</param>
/// <param name="start">Where its matrix begins.</param>
/// <param name="firstLine">The line that the tile begins with.</param>
internal readonly struct WordOperand<TFactor>(TileOperand operand, long start, int firstLine)
    where TFactor : struct, IFactor
{
    /// <summary>The lines of a tile.</summary>
    public const int Side = 128;

    /// <summary>The words of each line in a stretch.</summary>
    public const int Depth = 16;

    /// <summary>
    /// From one word of a line to the next in shared memory: 8 more than a multiple of 32, so that the threads that
    /// read a fragment, 8 lines of 4 words, find them in 32 banks.
    /// </summary>
    public const int Pitch = Side + 8;

    /// <summary>The words of a stretch in shared memory, gaps included.</summary>
    public const int Stretch = Depth * Pitch;

    private const int Threads = Side * Depth / 8;

    private readonly TileOperand operand = operand;
    private readonly long start = start;
    private readonly int firstLine = firstLine;

    /// <summary>Reads what the thread carries of the stretch that begins at a step of the inner sum.</summary>
    public Carried Read(ArrayView<float> from, int depth, int end)
    {
        Carried carried = default;
        carried.First = Read(from, Group.IdxX, depth, end);
        carried.Second = Read(from, Group.IdxX + Threads, depth, end);
        return carried;
    }

    /// <summary>
    /// Puts it, rounded, where the stretch is to be in shared memory. Only this waits for what has been read.
    /// </summary>
    public void Put(Carried carried, ArrayView<Four<uint>> shared, int stretch)
    {
        Put(carried.First, shared, stretch, Group.IdxX);
        Put(carried.Second, shared, stretch, Group.IdxX + Threads);
    }

    // Fours go along the operand's lines or along the inner sum; a word of two elements always along the inner sum.
    private Elements Read(ArrayView<float> from, int part, int depth, int end)
    {
        var line = firstLine + operand.LineOf(part, Side, Depth);
        depth += operand.DepthOf(part, Side, Depth) * TFactor.PerWord;
        Elements elements = default;
        elements.First = operand.Read(from, start, line, depth, end);
        if (TFactor.PerWord == 2)
        {
            elements.Next = operand.Read(from, start, line, depth + operand.NextDepth, end);
        }

        return elements;
    }

    private void Put(Elements elements, ArrayView<Four<uint>> shared, int stretch, int part)
    {
        var (first, next) = (elements.First, elements.Next);
        if (TFactor.PerWord == 2 && operand.NextDepth == 4)
        {
            (first.B, first.C, first.D) = (first.C, next.A, next.C);
            (next.A, next.B, next.C) = (elements.First.B, elements.First.D, next.B);
        }

        Four<uint> words = default;
        words.A = TFactor.Word(first.A, next.A);
        words.B = TFactor.Word(first.B, next.B);
        words.C = TFactor.Word(first.C, next.C);
        words.D = TFactor.Word(first.D, next.D);
        var place = (operand.DepthOf(part, Side, Depth) * Pitch) + operand.LineOf(part, Side, Depth);
        operand.Put(words, shared, stretch + place, Pitch);
    }

    /// <summary>The elements of two fours of words.</summary>
    internal struct Carried
    {
        public Elements First;
        public Elements Second;
    }

    /// <summary>The elements of four words: the first of each, and the next, where a word holds two.</summary>
    internal struct Elements
    {
        public Four<float> First;
        public Four<float> Next;
    }
}
