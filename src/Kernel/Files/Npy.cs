using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>
/// NumPy's <c>.npy</c> files: one array each (formats 1.0, 2.0 and 3.0 of <c>numpy.lib.format</c>).
/// </summary>
public static class Npy
{
    /// <summary>
    /// Reads an array. bool stays bool; whole numbers become int64, float16 and float32 become float32, float64 stays;
    /// big-endian and Fortran order are understood.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is corrupt or truncated, or its elements have no dtype here, such as complex numbers or objects.
    /// </exception>
    public static Tensor Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(new BoundedReader(stream, path));
    }

    /// <summary>Reads an array from where a stream stands.</summary>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static Tensor Load(Stream source) => Read(new BoundedReader(source, "npy"));

    /// <summary>
    /// Writes an array in row-major order as <c>np.save</c> does, in place of an older file only when it is complete.
    /// </summary>
    public static void Save(string path, Tensor x) => AtomicFile.Write(path, stream => Save(stream, x));

    /// <summary>Writes an array to a stream.</summary>
    public static void Save(Stream target, Tensor x)
    {
        target.Write(NpyHeader.Write(x));
        ElementWriter.Write(target, x);
    }

    /// <summary>Reads an array whatever it lies in.</summary>
    internal static Tensor Read(BoundedReader reader)
    {
        var header = NpyHeader.Read(reader);
        if (!header.IsFortranOrder)
        {
            return ElementReader.Read(reader, header.Format, header.Shape, "the array");
        }

        int[] reversed = [.. header.Shape.ToArray().Reverse()];
        var x = ElementReader.Read(reader, header.Format, new Shape(reversed), "the array").T;
        return x.Converted(x.DType);
    }
}
