using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Chooses how the nodes of a picture are called, and writes their formulas.</summary>
internal sealed class NodeTerms
{
    private const int LongestFormula = 12;
    private const int MostFormulas = 5;
    private const int MostOperands = 3;

    private readonly HashSet<string?> taken;
    private readonly Dictionary<string, int> invented = [];
    private readonly int longest;

    private NodeTerms(IReadOnlyList<ReadNode> nodes)
    {
        taken = nodes.Select(node => node.Name).ToHashSet();

        // A few steps read best as formulas; where many have no name, formulas of formulas would not.
        var unnamed = nodes.Count(node => node is { Name: null, IsRoot: false, IsOperation: true });
        longest = unnamed <= MostFormulas ? LongestFormula : 0;
    }

    /// <summary>Gives each node its formula, its caption and its term.</summary>
    public static void Choose(IReadOnlyList<ReadNode> nodes)
    {
        var terms = new NodeTerms(nodes);
        foreach (var node in nodes)
        {
            node.Formula = node.IsOperation ? FormulaOf(node) : null;
            terms.Name(node);
        }
    }

    private void Name(ReadNode node)
    {
        node.Caption = node.Name;
        if (node.Name is not null)
        {
            node.Term = Term.Name(node.Name);
        }
        else if (node is { IsRoot: true, Fold: null, IsOperation: true }
            && IsWord(node.Symbol) && taken.Add(node.Symbol))
        {
            // A mean is better called so than by a letter that nobody gave it.
            node.Term = Term.Name(node.Symbol);
        }
        else if (node is { Fold.Operations: 0 })
        {
            node.Term = Term.Name(node.Fold.Name);
        }
        else if (node.Node.Kind == GraphNodeKind.Constant && ValueText.Number(node.Node.Value) is { } number)
        {
            node.Term = Term.Number(number);
        }
        else if (node is { Formula: not null, IsRoot: false, Fold: null }
            && TextMetrics.Columns(node.Formula) <= longest)
        {
            node.Term = Term.Formula(node.Formula);
        }
        else
        {
            node.Caption = node.Node.Kind switch
            {
                _ when node.IsRoot && taken.Add("y") => "y",
                GraphNodeKind.Parameter => Invent("p"),
                GraphNodeKind.Constant => Invent("c"),
                _ => Invent("u"),
            };
            node.Term = Term.Name(node.Caption);
        }
    }

    private static bool IsWord(string symbol) => symbol.Length > 1 && symbol.All(char.IsLetter);

    private string Invent(string letter)
    {
        string name;
        do
        {
            invented[letter] = invented.GetValueOrDefault(letter) + 1;
            name = letter + string.Concat(invented[letter].ToString().Select(digit => (char)('₀' + digit - '0')));
        }
        while (taken.Contains(name));
        return name;
    }

    private static string FormulaOf(ReadNode node)
    {
        var formula = node.Node.Notation?.Formula is { Length: > 0 } template
            ? Template.Fill(template, Operand, Term.Name(node.Name ?? "y"))
            : $"{(node.Fold is null ? node.Node.Operation ?? "operation" : node.Symbol)}({Operands(node)})";
        return PlainName.Of(formula, longest: 90) ?? "";

        Term Operand(int number) =>
            node.Operands.FirstOrDefault(edge => edge.Operand == number)?.From.Term ?? Term.Name("·");
    }

    private static string Operands(ReadNode node)
    {
        var terms = node.Operands.Select(edge => edge.From.Term.Text).ToArray();
        return node.Fold is null || terms.Length <= MostOperands
            ? string.Join(", ", terms)
            : string.Join(", ", terms.Take(MostOperands)) + ", …";
    }
}
