namespace NotebookGrad.Operations;

/// <summary>
/// An equation such as <c>ij,jk->ik</c>, read against its operands: the letters of each operand's axes and of the
/// result's. Axes under an ellipsis are counted from the right and get Greek letters.
/// </summary>
internal sealed class EinsumEquation
{
    private const string Ellipsis = "...";

    private readonly string equation;

    /// <summary>Reads an equation.</summary>
    /// <exception cref="ArgumentException">It is not valid for the operands; the message names the place.</exception>
    public EinsumEquation(string equation, ReadOnlySpan<Tensor> operands)
    {
        this.equation = equation;
        var arrow = equation.IndexOf("->", StringComparison.Ordinal);
        var inputs = (arrow < 0 ? equation : equation[..arrow]).Split(',');
        if (operands.Length == 0 || inputs.Length != operands.Length)
        {
            throw Wrong(
                $"it has {inputs.Length} subscripts between commas for {operands.Length} operands; each needs one");
        }

        Terms = new string[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            Terms[i] = Read(inputs[i], operands[i].Shape.Rank, $"operand {i}, {operands[i].Describe()}");
        }

        var covered = string.Concat(Terms.SelectMany(term => term).Where(IsCovered).Distinct().Order());
        Result = arrow < 0 ? Implicit(covered) : Explicit(equation[(arrow + 2)..], covered);
    }

    /// <summary>The letters of each operand.</summary>
    public string[] Terms { get; }

    /// <summary>The letters of the result.</summary>
    public string Result { get; }

    // Counted from the right, so that equal letters stand for axes that broadcast together.
    private static string Covered(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => (char)('ω' - count + 1 + i)));

    private static bool IsCovered(char letter) => letter > 'z';

    private string Read(string subscripts, int rank, string operand)
    {
        var letters = Checked(subscripts, operand);
        var named = letters.Replace(Ellipsis, string.Empty).Length;
        var hasEllipsis = letters.Length > named;
        return named == rank || (hasEllipsis && named < rank)
            ? letters.Replace(Ellipsis, Covered(rank - named))
            : throw Wrong(
                $"\"{subscripts.Trim()}\" names {named} axes of {operand}, which has {rank}"
                + (hasEllipsis ? string.Empty : "; an ellipsis ... stands for those not named"));
    }

    private string Explicit(string subscripts, string covered)
    {
        var letters = Checked(subscripts, "the result");
        foreach (var letter in letters.Replace(Ellipsis, string.Empty))
        {
            if (letters.Count(other => other == letter) > 1)
            {
                throw Wrong($"the result has subscript {letter} twice; for a diagonal result see DiagEmbed");
            }

            if (!Terms.Any(term => term.Contains(letter)))
            {
                throw Wrong($"subscript {letter} of the result is not in any operand");
            }
        }

        return letters.Replace(Ellipsis, covered);
    }

    // What stands once, in the order of the alphabet, capitals first.
    private string Implicit(string covered) => covered + string.Concat(Terms.SelectMany(term => term)
        .Where(letter => !IsCovered(letter)).GroupBy(letter => letter).Where(same => same.Count() == 1)
        .Select(same => same.Key).Order());

    private string Checked(string subscripts, string owner)
    {
        var letters = subscripts.Replace(" ", string.Empty);
        var ellipsis = letters.IndexOf(Ellipsis, StringComparison.Ordinal);
        var rest = ellipsis < 0 ? letters : letters.Remove(ellipsis, Ellipsis.Length);
        foreach (var character in rest)
        {
            if (!char.IsAsciiLetter(character))
            {
                throw Wrong(character == '.'
                    ? $"\"{subscripts.Trim()}\" of {owner} has a dot that is not part of one ellipsis ..."
                    : $"\"{subscripts.Trim()}\" of {owner} has '{character}'; subscripts are letters a–z and A–Z, with "
                        + "commas between operands and one -> before the result");
            }
        }

        return letters;
    }

    private ArgumentException Wrong(string problem) => new($"einsum \"{equation}\": {problem}");
}
