using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// A graph made ready for reading, whatever it is drawn with: neighbours found, names chosen, formulas written, and
/// what does not fit together left out.
/// </summary>
internal sealed class GraphReading
{
    private const int MostNodes = 400;
    private const int LongestFormula = 12;
    private const int MostFormulas = 5;

    public GraphReading(GraphSnapshot graph, IReadOnlyDictionary<long, string> names)
    {
        Graph = graph;
        var shown = graph.Nodes.DistinctBy(node => node.Id).TakeLast(MostNodes).ToArray();
        Omitted = graph.Omitted + graph.Nodes.Count - shown.Length;
        var roots = graph.Roots.ToHashSet();
        Nodes = [.. shown.Select(node => new ReadNode(
            node,
            PlainName.Of(node.Name) ?? PlainName.Of(names.GetValueOrDefault(node.Id)),
            roots.Contains(node.Id)))];
        Edges = [.. Connect(graph.Edges)];
        var named = Nodes.Where(node => node.IsRoot).Select(node => node.Name).OfType<string>().ToArray();
        Title = named.Length > 0 ? string.Join(", ", named) : "graph";
        ChooseTerms();
    }

    /// <summary>The graph as the engine told it.</summary>
    public GraphSnapshot Graph { get; }

    /// <summary>The nodes that are drawn, operands before operations.</summary>
    public IReadOnlyList<ReadNode> Nodes { get; }

    /// <summary>The edges between them, in the order of the operations and their operands.</summary>
    public IReadOnlyList<ReadEdge> Edges { get; }

    /// <summary>How many nodes are not drawn.</summary>
    public long Omitted { get; }

    /// <summary>The names of the roots, or <c>graph</c>.</summary>
    public string Title { get; }

    /// <summary>What the header tells: <c>scalar float32 · 4 operations · 2 parameters · backward done</c>.</summary>
    public string Summary
    {
        get
        {
            var roots = Nodes.Where(node => node.IsRoot).Select(node => node.Node).ToArray();
            string[] parts =
            [
                .. roots.Length == 1 ? [ValueText.Type(roots[0].DType, roots[0].Shape)] : Array.Empty<string>(),
                .. roots.Length > 1 ? [NumberText.Count(roots.Length, "result")] : Array.Empty<string>(),
                NumberText.Count(Graph.OperationCount, "operation"),
                NumberText.Count(Graph.ParameterCount, "parameter"),
                .. Graph.BackwardDone ? ["backward done"] : Array.Empty<string>(),
            ];
            return string.Join(" · ", parts);
        }
    }

    /// <summary>Says that nodes were left out; null where none were.</summary>
    public string? OmittedNote => Omitted > 0
        ? $"{NumberText.Count(Omitted, "further node")} behind these not shown"
        : null;

    private IEnumerable<ReadEdge> Connect(IReadOnlyList<GraphEdge> edges)
    {
        var places = new Dictionary<long, int>();
        for (var place = 0; place < Nodes.Count; place++)
        {
            places[Nodes[place].Node.Id] = place;
        }

        // An edge against the order of the nodes could close a circle, which no picture of ranks can hold.
        var sound = edges
            .Where(edge => places.ContainsKey(edge.From) && places.ContainsKey(edge.To))
            .Where(edge => places[edge.From] < places[edge.To])
            .OrderBy(edge => places[edge.To])
            .ThenBy(edge => edge.Operand);
        foreach (var edge in sound)
        {
            var (from, to) = (Nodes[places[edge.From]], Nodes[places[edge.To]]);
            var read = new ReadEdge(from, to, edge.Operand, edge.CarriesGradient, edge.LocalDerivative)
            {
                Change = edge.Change,
            };
            from.Uses.Add(read);
            to.Operands.Add(read);
            yield return read;
        }
    }

    private void ChooseTerms()
    {
        var invented = new Dictionary<string, int>();
        var taken = Nodes.Select(node => node.Name).ToHashSet();

        string Invent(string letter)
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

        // A few steps read best as formulas; where many have no name, formulas of formulas would not.
        var unnamed = Nodes.Count(node => node is { Name: null, IsRoot: false, Node.Kind: GraphNodeKind.Operation });
        var longest = unnamed <= MostFormulas ? LongestFormula : 0;
        foreach (var node in Nodes)
        {
            node.Formula = node.Node.Kind == GraphNodeKind.Operation ? FormulaOf(node) : null;
            node.Caption = node.Name;
            if (node.Name is not null)
            {
                node.Term = Term.Name(node.Name);
            }
            else if (node.Node.Kind == GraphNodeKind.Constant && ValueText.Number(node.Node.Value) is { } number)
            {
                node.Term = Term.Number(number);
            }
            else if (node.Formula is not null && !node.IsRoot && TextMetrics.Columns(node.Formula) <= longest)
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
    }

    private static string FormulaOf(ReadNode node)
    {
        var operands = node.Operands;
        var formula = node.Node.Notation?.Formula is { Length: > 0 } template
            ? Template.Fill(template, Operand, Term.Name(node.Name ?? "y"))
            : (node.Node.Operation ?? "operation")
                + $"({string.Join(", ", operands.Select(edge => edge.From.Term.Text))})";
        return PlainName.Of(formula, longest: 90) ?? "";

        Term Operand(int number) =>
            operands.FirstOrDefault(edge => edge.Operand == number)?.From.Term ?? Term.Name("·");
    }
}
