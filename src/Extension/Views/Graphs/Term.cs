namespace NotebookGrad.Views;

/// <summary>A piece of a formula.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="IsCompound">Whether it needs brackets inside another formula.</param>
internal readonly record struct Term(string Text, bool IsCompound)
{
    /// <summary>A number; a negative one needs brackets.</summary>
    public static Term Number(double? value)
    {
        var text = value is { } number ? NumberText.Of(number) : "?";
        return new Term(text, text.StartsWith('−'));
    }

    /// <summary>A name.</summary>
    public static Term Name(string name) => new(name, IsCompound: false);

    /// <summary>The piece with brackets where it needs them.</summary>
    public string InBrackets => IsCompound ? $"({Text})" : Text;

    /// <summary>The piece as a factor: only sums and negative numbers need brackets.</summary>
    public string AsFactor => IsSum(Text) ? $"({Text})" : Text;

    /// <summary>A formula, which needs no brackets where it is a call such as <c>tanh(x)</c>.</summary>
    public static Term Formula(string text)
    {
        var open = text.IndexOf('(');
        var isCall = open > 0 && text[..open].All(char.IsLetter) && text.IndexOf(')') == text.Length - 1;
        return new Term(text, !isCall);
    }

    private static bool IsSum(string text)
    {
        var depth = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0 && (text[index] is '+' or '−'))
            {
                return true;
            }
        }

        return false;
    }
}
