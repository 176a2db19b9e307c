using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The chain rule step by step for a small graph of single numbers:
/// <c>∂loss/∂w = ∂loss/∂y · x = 8 · 2 = 16</c>, in the order in which a backward pass goes.
/// </summary>
internal sealed class ChainRule
{
    private const int MostSteps = 14;

    private readonly ReadNode root;
    private readonly Dictionary<ReadNode, double?> gradients = [];

    private ChainRule(ReadNode root) => this.root = root;

    /// <summary>The steps; none where the graph is too large, has tensors, or was not gone through backwards.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Of(GraphReading reading)
    {
        var roots = reading.Nodes.Where(node => node.IsRoot).ToArray();
        if (!reading.Graph.BackwardDone || reading.Omitted > 0 || roots.Length != 1)
        {
            return [];
        }

        var reached = Reached(reading, roots[0]);
        var readable = reached.Count <= MostSteps
            && reached.All(node => node.IsNumber)
            && reached.SelectMany(GradientUses).All(HasDerivative);
        if (!readable)
        {
            return [];
        }

        var rule = new ChainRule(roots[0]);
        return [.. reached.Select(rule.Step)];
    }

    private static List<ReadNode> Reached(GraphReading reading, ReadNode root)
    {
        var reached = new HashSet<ReadNode> { root };
        var order = new List<ReadNode>();
        foreach (var node in reading.Nodes.Reverse().Where(reached.Contains))
        {
            order.Add(node);
            foreach (var operand in node.Operands.Where(edge => edge.CarriesGradient))
            {
                reached.Add(operand.From);
            }
        }

        return order;
    }

    private static bool HasDerivative(ReadEdge use) =>
        use.LocalDerivative is not null || use.DerivativeInNames is not null;

    private static IEnumerable<ReadEdge> GradientUses(ReadNode node) => node.Uses.Where(edge => edge.CarriesGradient);

    private IReadOnlyList<TextRun> Step(ReadNode node)
    {
        var told = ValueText.Number(node.Node.Gradient);
        var runs = new List<TextRun> { new(Role.Plain, $"{Partial(node)} = ") };
        if (ReferenceEquals(node, root))
        {
            gradients[node] = told ?? 1;
            runs.Add(new TextRun(Role.Gradient, NumberText.Of(told ?? 1), IsBold: true));
            return runs;
        }

        var uses = GradientUses(node).ToArray();
        runs.Add(new TextRun(Role.Plain, string.Join(" + ", uses.Select(InNames)) + " = "));
        for (var index = 0; index < uses.Length; index++)
        {
            var above = Term.Number(gradients[uses[index].To]);
            runs.Add(new TextRun(Role.Plain, index > 0 ? " + " : ""));
            runs.Add(new TextRun(Role.Gradient, index > 0 ? above.InBrackets : above.Text));
            runs.Add(new TextRun(Role.Plain, " · "));
            runs.Add(new TextRun(Role.Forward, InNumbers(uses[index])));
        }

        var sum = uses.Aggregate((double?)0, (sum, use) => sum + (gradients[use.To] * use.LocalDerivative));
        var result = told ?? sum;
        gradients[node] = result;
        runs.Add(new TextRun(Role.Plain, " = "));
        runs.Add(new TextRun(Role.Gradient, Term.Number(result).Text, IsBold: true));
        if (ValueText.Number(node.Node.Gathered) is { } gathered)
        {
            runs.Add(new TextRun(Role.Mute, $"   gathered so far: {NumberText.Of(gathered)}"));
        }

        return runs;
    }

    private string Partial(ReadNode node) => $"∂{root.Term.InBrackets}/∂{node.Term.InBrackets}";

    private string InNames(ReadEdge use)
    {
        var derivative = use.DerivativeInNames is { } names
            ? Term.Name(names).AsFactor
            : $"∂{use.To.Term.InBrackets}/∂{use.From.Term.InBrackets}";
        return $"{Partial(use.To)} · {derivative}";
    }

    private static string InNumbers(ReadEdge use) =>
        Term.Name(use.DerivativeInNumbers ?? Term.Number(use.LocalDerivative).Text).AsFactor;
}
