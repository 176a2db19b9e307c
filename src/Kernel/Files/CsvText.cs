using System.Globalization;
using System.Numerics;

namespace NotebookGrad.Files;

/// <summary>Numbers as lines of text.</summary>
internal sealed class CsvText(TextReader reader, char delimiter, int[]? columns, string file)
{
    /// <summary>The elements as texts that read back as the same numbers.</summary>
    public static string[] Write(Tensor x) => x.DType switch
    {
        DType.Bool => Array.ConvertAll(x.ToArray<bool>(), value => value ? "1" : "0"),
        DType.Int64 => Write<long>(x),
        DType.Float32 => Write<float>(x),
        _ => Write<double>(x),
    };

    /// <summary>Reads a number as C# or other people write it.</summary>
    public static bool TryParse<T>(string text, out T number)
        where T : unmanaged, INumber<T>
    {
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        // C# writes NaN and Infinity, other people nan and inf.
        var special = text.TrimStart('+', '-').ToLowerInvariant() switch
        {
            "nan" => double.NaN,
            "inf" or "infinity" => text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity,
            _ => 0,
        };
        var isSpecial = special != 0 && typeof(T) != typeof(long);
        number = isSpecial ? T.CreateChecked(special) : default;
        return isSpecial;
    }

    /// <summary>The table, of shape [rows, columns].</summary>
    /// <exception cref="InvalidDataException">There is something else than equally long rows of numbers.</exception>
    public Tensor Read<T>(int skipRows)
        where T : unmanaged, INumber<T>
    {
        var values = new List<T>();
        var (rows, width) = (0, 0);
        foreach (var (line, fields) in new CsvRecords(reader, delimiter, file).Read(skipRows))
        {
            width = fields.Length;
            foreach (var column in columns ?? Enumerable.Range(0, width))
            {
                values.Add(Number<T>(fields, column, line));
            }

            rows++;
        }

        return TensorCreation.Make<T>(values.ToArray(), [rows, columns?.Length ?? width], false, null, Device.Cpu);
    }

    private static string[] Write<T>(Tensor x)
        where T : unmanaged, INumber<T> =>
        Array.ConvertAll(x.ToArray<T>(), value => value switch
        {
            _ when T.IsNaN(value) => "nan",
            _ when T.IsInfinity(value) => T.IsNegative(value) ? "-inf" : "inf",
            _ => value.ToString(null, CultureInfo.InvariantCulture),
        });

    private T Number<T>(string[] fields, int column, int line)
        where T : unmanaged, INumber<T>
    {
        if (column < 0 || column >= fields.Length)
        {
            throw CsvRecords.Problem(
                file, line, $"there is no column {column}; they count from 0 to {fields.Length - 1}");
        }

        return TryParse(fields[column], out T number)
            ? number
            : throw new InvalidDataException(
                $"{file}, line {line}, column {column}: '{fields[column]}' is no {typeof(T).Name}. Skip a heading with "
                + "skipRows, pick columns with columns, or change delimiter");
    }
}
