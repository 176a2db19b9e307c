namespace NotebookGrad.Files;

/// <summary>Numbers as text, with comments from # to the end of a line.</summary>
internal sealed class NetpbmText(BoundedReader reader)
{
    /// <summary>The next number, and the one space after it.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is not credible.</exception>
    public int Number(string what)
    {
        var number = 0L;
        var character = Next(what);
        do
        {
            number = (10 * number) + Digit(character, what);
            if (number > int.MaxValue)
            {
                throw reader.Problem($"{what} is above {int.MaxValue}");
            }

            character = reader.NextByte();
        }
        while (character >= 0 && !IsSpace(character));
        return (int)number;
    }

    /// <summary>The next 0 or 1, which needs no space around it.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public int Bit() => Next("a bit") switch
    {
        '0' => 0,
        '1' => 1,
        var other => throw reader.Problem($"a bit is 0 or 1, not the character {other}"),
    };

    private static bool IsSpace(int character) => character is ' ' or '\t' or '\n' or '\v' or '\f' or '\r';

    private int Digit(int character, string what) => character is >= '0' and <= '9'
        ? character - '0'
        : throw reader.Problem($"{what} has the character {character} where a digit belongs");

    private int Next(string what)
    {
        while (true)
        {
            var character = reader.NextByte();
            if (character == '#')
            {
                while (character is not ('\n' or '\r' or < 0))
                {
                    character = reader.NextByte();
                }
            }

            if (character < 0)
            {
                throw reader.Problem($"the file ends where {what} belongs: it is truncated");
            }

            if (!IsSpace(character))
            {
                return character;
            }
        }
    }
}
