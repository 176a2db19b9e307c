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
    /// <summary>A number in a template, written alike wherever the reader lives.</summary>
    internal static string Number(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => value.ToString(CultureInfo.InvariantCulture).Replace('-', '−'),
    };
}
