using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>One use of a value by an operation, or all uses between two boxes one of which is a fold.</summary>
/// <param name="From">The operand.</param>
/// <param name="To">The operation.</param>
/// <param name="Operand">Which operand it is, from 0.</param>
/// <param name="CarriesGradient">Whether a gradient flows back along it.</param>
/// <param name="LocalDerivative">The derivative of the operation by the operand, where it is a known number.</param>
internal sealed record ReadEdge(
    ReadNode From,
    ReadNode To,
    int Operand,
    bool CarriesGradient,
    double? LocalDerivative)
{
    /// <summary>What became of it, in the union of two graphs; else null.</summary>
    public ChangeKind? Change { get; init; }

    /// <summary>How many edges of the graph it stands for; more than one only beside a fold.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What flowed back along it; null where that is not known.</summary>
    public ValueSummary? Contribution { get; init; }

    /// <summary>The derivative as a formula in names; null where there is none of one line.</summary>
    public string? DerivativeInNames => Filled(To.Node.Notation?.Derivatives, node => node.Term);

    /// <summary>The derivative as a formula in numbers; null where there is none of one line.</summary>
    public string? DerivativeInNumbers =>
        Filled(To.Node.Notation?.Derivatives, node => Term.Number(ValueText.Number(node.Node.Value)));

    /// <summary>How straight it should be: what leads from operation to operation is the spine of a picture.</summary>
    public double Importance => From.Node.Kind switch
    {
        GraphNodeKind.Operation => CarriesGradient ? 24 : 6,
        GraphNodeKind.Parameter => 2,
        _ => 1,
    };

    /// <summary>
    /// How a gradient of the operation is pulled back to the operand; null where that is the product with the
    /// derivative.
    /// </summary>
    /// <param name="term">How nodes are called in it: by name, by shape.</param>
    /// <param name="gradient">How the gradient is called.</param>
    public string? Pullback(Func<ReadNode, Term> term, Term gradient) =>
        Filled(To.Node.Notation?.Pullbacks, term, gradient);

    // Beside a fold an operand may have no edge of its own, and then no name.
    private string? Filled(IReadOnlyList<string>? templates, Func<ReadNode, Term> term, Term? gradient = null)
    {
        if (Count > 1 || templates is null || Operand < 0 || Operand >= templates.Count
            || templates[Operand] is not { } template)
        {
            return null;
        }

        var isWhole = true;
        var filled = Template.Fill(template, OperandTerm, term(To), gradient);
        return isWhole ? filled : null;

        Term OperandTerm(int number)
        {
            var operand = To.Operands.FirstOrDefault(edge => edge.Operand == number && edge.Count == 1)?.From;
            isWhole &= operand is not null;
            return operand is null ? Term.Name("·") : term(operand);
        }
    }
}
