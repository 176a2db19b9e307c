namespace NotebookGrad.Files;

/// <summary>
/// The bytes of a zip member on their way out, held against the length and the checksum that the archive declares.
/// </summary>
internal sealed class MemberStream(Stream inner, long declared, string name) : Stream
{
    private long count;
    private uint checksum;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        checksum = Crc32.Append(checksum, buffer[..length]);
        count += length;
        return count <= declared
            ? length
            : throw new InvalidDataException($"{name}: there is more than the {declared} bytes that it should have");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads what is left, and compares.</summary>
    /// <exception cref="InvalidDataException">Length or checksum differ.</exception>
    public void Finish(uint expected)
    {
        Span<byte> rest = stackalloc byte[512];
        while (Read(rest) > 0)
        {
        }

        if (count != declared || checksum != expected)
        {
            throw new InvalidDataException($"{name}: length or checksum are not what they should be: it is corrupt");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
