using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>A table of text whose columns have names; <see cref="Csv.LoadTable(string, char)"/> reads one.</summary>
public sealed class CsvTable
{
    private readonly string file;
    private readonly List<(int Line, string[] Fields)> rows = [];

    /// <summary>Reads a table whose first record names the columns.</summary>
    internal CsvTable(TextReader reader, char delimiter, string file)
    {
        this.file = file;
        foreach (var record in new CsvRecords(reader, delimiter, file).Read(skipLines: 0))
        {
            rows.Add(record);
        }

        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{file}: there is no line, and the first should name the columns");
        }

        ColumnNames = rows[0].Fields;
        if (ColumnNames.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw CsvRecords.Problem(
                file, rows[0].Line, $"the column '{twice.Key}' is there twice; where no line names the columns, use "
                + "Csv.Load");
        }

        rows.RemoveAt(0);
    }

    /// <summary>The columns' names, from left to right.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>How many rows there are below the names.</summary>
    public int RowCount => rows.Count;

    /// <summary>A column as it stands in the file, without quotation marks.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyList<string> Texts(string column)
    {
        var place = Place(column);
        return [.. rows.Select(row => row.Fields[place])];
    }

    /// <summary>Columns of numbers, in this order: shape [rows, columns].</summary>
    /// <param name="columns">Their names; all columns if not given.</param>
    /// <param name="dtype">The dtype, a real one.</param>
    /// <exception cref="ArgumentException">There is no such column, or the dtype is not a real one.</exception>
    /// <exception cref="InvalidDataException">Something is not a number; the message tells line and column.</exception>
    public Tensor Numbers(IReadOnlyList<string>? columns = null, DType dtype = DType.Float32)
    {
        if (!dtype.IsReal)
        {
            throw new ArgumentException(
                $"{file}: columns of numbers are read as float32 or float64, not {dtype.Text}; convert them with .To");
        }

        int[] places = [.. (columns ?? ColumnNames).Select(Place)];
        double[] values = [.. rows.SelectMany(row => places.Select(place => Number(row, place)))];
        return TensorCreation.Make<double>(values, [rows.Count, places.Length], false, dtype, Device.Cpu);
    }

    /// <summary>
    /// A column of classes as numbers from 0, int64 [rows], and the classes' names by number: in numerical order where
    /// all are numbers, else by their characters.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public (Tensor Labels, IReadOnlyList<string> ClassNames) Classes(string column)
    {
        var texts = Texts(column);
        double? Number(string name) => CsvText.TryParse(name, out double number) ? number : null;
        string[] names = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        names = names.All(name => Number(name) is not null) ? [.. names.OrderBy(Number)] : names;
        var labels = names.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return (Tensor.Of(texts.Select(text => labels[text]).ToArray(), device: Device.Cpu), names);
    }

    /// <summary>Rows as examples: columns of numbers, and one that names the class.</summary>
    /// <param name="label">The column that names the class.</param>
    /// <param name="features">The columns of numbers; all but the label if not given.</param>
    /// <param name="dtype">The dtype of the numbers, a real one.</param>
    /// <exception cref="ArgumentException">There is no such column, or the dtype is not a real one.</exception>
    /// <exception cref="InvalidDataException">Something is not a number; the message tells line and column.</exception>
    public LabelledDataset ToDataset(
        string label, IReadOnlyList<string>? features = null, DType dtype = DType.Float32)
    {
        var (labels, classNames) = Classes(label);
        string[] names = [.. features ?? ColumnNames.Where(name => name != label)];
        return new LabelledDataset(Numbers(names, dtype), labels, classNames, names);
    }

    private int Place(string column)
    {
        for (var place = 0; place < ColumnNames.Count; place++)
        {
            if (ColumnNames[place] == column)
            {
                return place;
            }
        }

        throw new ArgumentException(
            $"{file}: there is no column '{column}'; the first line names {string.Join(", ", ColumnNames)}");
    }

    private double Number((int Line, string[] Fields) row, int place) =>
        CsvText.TryParse(row.Fields[place], out double number)
            ? number
            : throw CsvRecords.Problem(
                file, row.Line, $"'{row.Fields[place]}' in column '{ColumnNames[place]}' is no number; leave the "
                + "column out, or read it with Texts or Classes");
}
