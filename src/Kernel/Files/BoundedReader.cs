namespace NotebookGrad.Files;

/// <summary>
/// Reads a file that nobody vouches for: memory grows with what arrives, never with what a header promises, and every
/// complaint names the file.
/// </summary>
internal sealed class BoundedReader(Stream stream, string name)
{
    private const int Step = 1 << 20;

    /// <summary>The file, in messages.</summary>
    public string Name => name;

    /// <summary>The bytes that are left, where the stream knows.</summary>
    public long? Left => stream.CanSeek ? stream.Length - stream.Position : null;

    /// <summary>Whether nothing is left; reads on to see.</summary>
    public bool IsAtEnd => NextByte() < 0;

    /// <summary>An error that names the file.</summary>
    public InvalidDataException Problem(string text) => new($"{name}: {text}");

    /// <summary>The next byte, or −1 at the end.</summary>
    public int NextByte() => stream.ReadByte();

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public byte[] Bytes(long count, string what) => Elements<byte>(count, count, what, (buffer, from, length) =>
        Fill(buffer.AsSpan(from, length), what));

    /// <summary>
    /// An array of elements that a function fills piece by piece, given the array, where to go on and how many.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is known to hold fewer bytes than needed, or more elements than an array does.
    /// </exception>
    public T[] Elements<T>(long count, long bytes, string what, Action<T[], int, int> fill)
        where T : unmanaged
    {
        if (count > Array.MaxLength)
        {
            throw Problem($"{what} has {count} elements; a tensor holds at most {Array.MaxLength}");
        }

        if (Left < bytes)
        {
            throw Problem($"{what} needs {bytes} bytes, and only {Left} are left: the file is truncated or corrupt");
        }

        var values = new T[Left is null ? Math.Min(count, Step) : count];
        for (var from = 0; from < count;)
        {
            if (from == values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
            }

            var length = Math.Min(Step, values.Length - from);
            fill(values, from, length);
            from += length;
        }

        return values;
    }

    /// <summary>Fills a span with the next bytes.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public void Fill(Span<byte> bytes, string what)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Problem($"the file ends within {what}: it is truncated");
        }
    }
}
