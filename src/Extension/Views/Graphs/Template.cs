using System.Text;

namespace NotebookGrad.Views;

/// <summary>
/// Fills the templates of a notation: <c>{0}</c>, <c>{1}</c>, … are operands, <c>{y}</c> is the result, <c>{g}</c> the
/// gradient by it.
/// </summary>
internal static class Template
{
    private const string BindingTighter = "/[ᵀ⁻";

    /// <summary>
    /// The template with its places filled; a compound piece gets brackets unless it stands alone in some already.
    /// </summary>
    public static string Fill(string template, Func<int, Term> operand, Term result, Term? gradient = null)
    {
        var filled = new StringBuilder();
        for (var index = 0; index < template.Length; index++)
        {
            var close = template[index] == '{' ? template.IndexOf('}', index) : -1;
            var key = close < 0 ? "" : template[(index + 1)..close];
            Term? term = key switch
            {
                "y" => result,
                "g" => gradient,
                _ => int.TryParse(key, out var number) ? operand(number) : null,
            };
            if (term is not { } piece)
            {
                filled.Append(template[index]);
                continue;
            }

            var before = filled.ToString().TrimEnd();
            var after = template[(close + 1)..];
            var alone = before.Length == 0
                ? after.Length == 0
                : before[^1] is '(' or ',' && after.Length > 0 && after[0] is ')' or ',';
            // A gradient is written as a fraction, which a product needs no brackets around.
            var isFactor = key == "g" && (after.Length == 0 || !BindingTighter.Contains(after[0]));
            filled.Append(alone || isFactor ? piece.Text : piece.InBrackets);
            index = close;
        }

        return filled.ToString();
    }
}
