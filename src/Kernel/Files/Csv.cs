using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>Tables of numbers as text.</summary>
public static class Csv
{
    /// <summary>
    /// Reads a table: shape [rows, columns]. Numbers are written as in C#, with a point; <c>nan</c> and <c>inf</c> are
    /// numbers too; empty lines and lines that begin with # are skipped.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="delimiter">What stands between numbers.</param>
    /// <param name="skipRows">How many lines to leave out at the top, such as 1 for a heading.</param>
    /// <param name="columns">Which columns to read, in this order, from 0; all if not given.</param>
    /// <param name="dtype">The dtype: float32 unless told otherwise, also float64 or int64.</param>
    /// <exception cref="InvalidDataException">
    /// Something is not a number, or lines differ in length; the message tells line and column.
    /// </exception>
    public static Tensor Load(
        string path,
        char delimiter = ',',
        int skipRows = 0,
        int[]? columns = null,
        DType dtype = DType.Float32)
    {
        using var reader = new StreamReader(path);
        return Load(reader, delimiter, skipRows, columns, dtype, path);
    }

    /// <summary>Reads a table from where a reader stands.</summary>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static Tensor Load(
        TextReader reader,
        char delimiter = ',',
        int skipRows = 0,
        int[]? columns = null,
        DType dtype = DType.Float32) => Load(reader, delimiter, skipRows, columns, dtype, "csv");

    /// <summary>
    /// Reads a table of numbers and text whose first line names the columns. Fields may stand in quotation marks; empty
    /// lines and lines that begin with # are skipped.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <exception cref="InvalidDataException">
    /// Lines differ in length, a column is there twice, or a quotation mark is not closed; the message tells the line.
    /// </exception>
    public static CsvTable LoadTable(string path, char delimiter = ',')
    {
        using var reader = new StreamReader(path);
        return new CsvTable(reader, delimiter, path);
    }

    /// <summary>Reads a table whose columns have names from where a reader stands.</summary>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static CsvTable LoadTable(TextReader reader, char delimiter = ',') => new(reader, delimiter, "csv");

    /// <summary>
    /// Writes a vector as a column, or a matrix as a table, such that reading it gives the same numbers.
    /// </summary>
    /// <param name="path">The file; an older one is replaced only when the new one is complete.</param>
    /// <param name="x">The numbers.</param>
    /// <param name="delimiter">What stands between numbers.</param>
    /// <param name="header">The first line, or null for none.</param>
    /// <exception cref="ArgumentException">The tensor has more than two axes, or none.</exception>
    public static void Save(string path, Tensor x, char delimiter = ',', string? header = null) =>
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            Save(writer, x, delimiter, header);
        });

    /// <summary>Writes a vector as a column, or a matrix as a table.</summary>
    /// <exception cref="ArgumentException">The tensor has more than two axes, or none.</exception>
    public static void Save(TextWriter writer, Tensor x, char delimiter = ',', string? header = null)
    {
        if (x.Shape.Rank is not (1 or 2))
        {
            throw new ArgumentException(
                $"csv: {x.Describe()} is no table; reshape it to [rows, columns] first");
        }

        if (header is not null)
        {
            writer.WriteLine(header);
        }

        var texts = CsvText.Write(x);
        var columns = x.Shape.Rank == 2 ? x.Shape[1] : 1;
        for (var row = 0; row < x.Shape[0]; row++)
        {
            writer.WriteLine(string.Join(delimiter, texts, row * columns, columns));
        }
    }

    private static Tensor Load(
        TextReader reader, char delimiter, int skipRows, int[]? columns, DType dtype, string file) => dtype switch
        {
            DType.Int64 => new CsvText(reader, delimiter, columns, file).Read<long>(skipRows),
            DType.Float32 => new CsvText(reader, delimiter, columns, file).Read<float>(skipRows),
            DType.Float64 => new CsvText(reader, delimiter, columns, file).Read<double>(skipRows),
            _ => throw new ArgumentException(
                "csv: a table is of numbers, not of bool; read it as int64 and convert it with .To(DType.Bool)"),
        };
}
