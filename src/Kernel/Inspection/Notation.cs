using System.Globalization;

namespace NotebookGrad.Inspection;

/// <summary>
/// How an operation is written for people. In every template <c>{0}</c>, <c>{1}</c>, … stand for the
/// operands and <c>{y}</c> for the result; a view replaces them by names or by numbers.
/// </summary>
/// <param name="Symbol">What a node shows, such as <c>×</c>, <c>tanh</c> or <c>(·)²</c>.</param>
/// <param name="Formula">The operation as an expression, such as <c>{0}·{1}</c>.</param>
/// <param name="Latex">The same in LaTeX, such as <c>{0} \cdot {1}</c>.</param>
/// <param name="Derivatives">
/// The local derivative by each operand, such as <c>{1}</c> and <c>{0}</c> for a product; empty where
/// it is not a formula of one line.
/// </param>
public sealed record Notation(string Symbol, string Formula, string Latex, params IReadOnlyList<string> Derivatives)
{
    // Of an index that is a symbol, in characters.
    private const int LongestIndex = 12;

    /// <summary>
    /// How a gradient is pulled back to each operand where that is more than the product with the derivative, such as
    /// <c>{g}·{1}ᵀ</c> and <c>{0}ᵀ·{g}</c> for matrices; <c>{g}</c> stands for the gradient by the result. Empty where
    /// it is that product, or takes more than a line.
    /// </summary>
    public IReadOnlyList<string> Pullbacks { get; init; } = [];

    /// <summary>An index as a symbol: all of it or, if that is long, those of its parts that fit.</summary>
    internal static string Index(string text)
    {
        if (text.Length <= LongestIndex)
        {
            return $"[{text}]";
        }

        var end = text.LastIndexOf(", ", LongestIndex - 3, StringComparison.Ordinal);
        return end < 0 ? "[…]" : $"[{text[..end]}, …]";
    }

    /// <summary>A number in a template, written alike wherever the reader lives.</summary>
    internal static string Number(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => value.ToString(CultureInfo.InvariantCulture).Replace('-', '−'),
    };
}
