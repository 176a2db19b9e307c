using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>One use of a value by an operation.</summary>
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

    /// <summary>The derivative as a formula in names; null where there is none of one line.</summary>
    public string? DerivativeInNames => Filled(node => node.Term);

    /// <summary>The derivative as a formula in numbers; null where there is none of one line.</summary>
    public string? DerivativeInNumbers => Filled(node => Term.Number(ValueText.Number(node.Node.Value)));

    /// <summary>How straight it should be: what leads from operation to operation is the spine of a picture.</summary>
    public double Importance => From.Node.Kind switch
    {
        GraphNodeKind.Operation => CarriesGradient ? 24 : 6,
        GraphNodeKind.Parameter => 2,
        _ => 1,
    };

    private string? Filled(Func<ReadNode, Term> term)
    {
        var derivatives = To.Node.Notation?.Derivatives;
        return derivatives is not null && Operand >= 0 && Operand < derivatives.Count
            ? Template.Fill(derivatives[Operand], OperandTerm, term(To))
            : null;

        Term OperandTerm(int number) =>
            To.Operands.FirstOrDefault(edge => edge.Operand == number) is { } edge
                ? term(edge.From)
                : Term.Name("·");
    }
}
