using System.Globalization;

namespace NotebookGrad.Files;

/// <summary>
/// Reads the Python dictionary in the header of a .npy file: three keys in any order, no nesting, nothing evaluated.
/// </summary>
internal sealed class NpyLiteral(string text, BoundedReader reader)
{
    private int position;

    /// <summary>The header that the text tells.</summary>
    /// <exception cref="InvalidDataException">It tells none.</exception>
    public NpyHeader Read()
    {
        string? descr = null;
        bool? fortran = null;
        Shape? shape = null;
        Expect('{');
        while (!Accept('}'))
        {
            var key = Text();
            Expect(':');
            switch (key)
            {
                case "descr" when descr is null: descr = Descr(); break;
                case "fortran_order" when fortran is null: fortran = Truth(); break;
                case "shape" when shape is null: shape = ElementReader.Shape(reader, Lengths(), "the array"); break;
                default: throw Problem($"'{key}' is twice, or no key of a .npy header");
            }

            if (!Accept(','))
            {
                Expect('}');
                break;
            }
        }

        return Rest().Length == 0 && descr is not null && fortran is not null && shape is not null
            ? new NpyHeader(Format(descr), fortran.Value, shape.Value)
            : throw Problem("it needs descr, fortran_order and shape, and nothing after them");
    }

    private ElementFormat Format(string descr)
    {
        var isBigEndian = descr.StartsWith('>');
        var code = descr.TrimStart('<', '>', '|', '=');
        return (descr.Length - code.Length, code) switch
        {
            (1, "b1" or "?") => new(ElementKind.Truth, 1),
            (1, "i1" or "i2" or "i4" or "i8") => new(ElementKind.Signed, code[1] - '0', isBigEndian),
            (1, "u1" or "u2" or "u4" or "u8") => new(ElementKind.Unsigned, code[1] - '0', isBigEndian),
            (1, "f2" or "f4" or "f8") => new(ElementKind.Real, code[1] - '0', isBigEndian),
            (_, "O") => throw reader.Problem(
                "the elements are pickled Python objects (dtype 'O'), which run code when they are read; they are "
                + "never read here. Save numbers from NumPy, as in np.save(path, x.astype(float))"),
            _ => throw reader.Problem(
                $"elements of dtype '{descr}' have no dtype here: bool, int8 to int64, uint8 to uint64 and float16 to "
                + "float64 are read. Convert the array in NumPy with x.astype(…)"),
        };
    }

    private string Descr() => Peek() is '\'' or '"'
        ? Text()
        : throw reader.Problem("a structured array (dtype with fields) is not read; save each field by itself");

    private List<long> Lengths()
    {
        var lengths = new List<long>();
        Expect('(');
        while (!Accept(')'))
        {
            lengths.Add(Number());
            if (!Accept(','))
            {
                Expect(')');
                break;
            }
        }

        return lengths;
    }

    private long Number()
    {
        Peek();
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var isNumber = long.TryParse(
            text.AsSpan(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number);

        // Python 2 wrote long numbers as 3L.
        return isNumber && (Accept('L') || true)
            ? number
            : throw Problem("a length of the shape is not a number from 0 to 2⁶³ − 1");
    }

    private bool Truth()
    {
        foreach (var (word, value) in new[] { ("True", true), ("False", false) })
        {
            Peek();
            if (string.CompareOrdinal(text, position, word, 0, word.Length) == 0)
            {
                position += word.Length;
                return value;
            }
        }

        throw Problem("fortran_order is neither True nor False");
    }

    private string Text()
    {
        var quote = Peek();
        var end = quote is '\'' or '"' ? text.IndexOf(quote, position + 1) : -1;
        if (end < 0)
        {
            throw Problem("a quoted word is missing");
        }

        var word = text[(position + 1)..end];
        position = end + 1;
        return word;
    }

    private void Expect(char sign)
    {
        if (!Accept(sign))
        {
            throw Problem($"'{sign}' is missing");
        }
    }

    private bool Accept(char sign)
    {
        var found = Peek() == sign;
        position += found ? 1 : 0;
        return found;
    }

    // The next sign that is not white space, or NUL at the end.
    private char Peek()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position < text.Length ? text[position] : '\0';
    }

    private string Rest()
    {
        Peek();
        return text[position..];
    }

    private InvalidDataException Problem(string what) =>
        reader.Problem($"the .npy header is malformed at character {position}: {what}");
}
