namespace NotebookGrad.Views;

/// <summary>
/// The chain rule step by step, in the order in which a backward pass goes: from the roots to the leaves, along each
/// use of a value once, and the sum as soon as the last contribution to a value is there.
/// </summary>
internal sealed class ChainRule
{
    // Gradients of few bits are compared with products of the numbers shown.
    private const double Tolerance = 1e-3;

    private readonly List<ReadNode> reached;
    private readonly Dictionary<ReadNode, ReadEdge[]> uses = [];
    private readonly Dictionary<ReadNode, double?> gradients = [];
    private readonly Dictionary<ReadEdge, double?> contributions = new(ReferenceEqualityComparer.Instance);
    private readonly List<BackwardStep> steps = [];

    private ChainRule(GraphReading reading)
    {
        reached = Reached(reading);
        var known = reached.ToHashSet();
        foreach (var node in reached)
        {
            uses[node] = [.. node.Uses.Where(use => use.CarriesGradient && known.Contains(use.To))];
        }
    }

    /// <summary>The steps; none where no backward pass has gone through the graph.</summary>
    public static IReadOnlyList<BackwardStep> Of(GraphReading reading) =>
        reading.Graph.BackwardDone ? new ChainRule(reading).Steps() : [];

    /// <summary>The same pass in fewer steps: each use is told within the sum that it goes into.</summary>
    public static IReadOnlyList<BackwardStep> WithinSums(IReadOnlyList<BackwardStep> steps)
    {
        var parts = steps.Where(step => step.IsPart).ToLookup(step => step.Node);
        return
        [
            .. steps.Where(step => !step.IsPart)
                .Select(step => step.IsSum ? step with { Parts = [.. parts[step.Node]] } : step),
        ];
    }

    private static List<ReadNode> Reached(GraphReading reading)
    {
        var reached = new HashSet<ReadNode>();
        var order = new List<ReadNode>();
        foreach (var node in reading.Nodes.Reverse().Where(node => node.IsRoot || reached.Contains(node)))
        {
            reached.Add(node);
            order.Add(node);
            reached.UnionWith(node.Operands.Where(edge => edge.CarriesGradient).Select(edge => edge.From));
        }

        return order.Count == 1 && order[0].Node.Gradient is null ? [] : order;
    }

    private IReadOnlyList<BackwardStep> Steps()
    {
        var missing = reached.ToDictionary(node => node, node => uses[node].Length);
        foreach (var node in reached)
        {
            if (uses[node].Length == 0)
            {
                Start(node);
            }

            foreach (var use in node.Operands.Where(use => use.CarriesGradient))
            {
                Along(use);
                missing[use.From]--;
                if (missing[use.From] == 0 && uses[use.From].Length > 1)
                {
                    Sum(use.From);
                }
            }
        }

        return steps;
    }

    private void Start(ReadNode root)
    {
        var told = root.Node.Gradient;
        gradients[root] = told is null && root.IsNumber ? 1 : ValueText.Number(told);
        steps.Add(new BackwardStep(root, []) { Result = gradients[root], Summary = told });
    }

    private void Along(ReadEdge use)
    {
        var upstream = gradients.GetValueOrDefault(use.To);

        // Of several uses beside a fold the statistics are known together, and not their sum.
        var told = use.Count == 1 ? use.Contribution : null;
        var contribution = ValueText.Number(told) ?? (upstream * use.LocalDerivative);
        contributions[use] = contribution;
        var step = new BackwardStep(use.From, [use])
        {
            Upstream = upstream,
            Local = use.LocalDerivative,
            Result = contribution,
            Summary = told,
        };
        steps.Add(uses[use.From].Length > 1 ? step with { IsPart = true } : Whole(step));
    }

    private void Sum(ReadNode node)
    {
        double?[] terms = [.. uses[node].Select(use => contributions[use])];
        var sum = terms.Aggregate((double?)0, (sum, term) => sum + term);
        steps.Add(Whole(new BackwardStep(node, uses[node]) { Terms = terms, Result = sum }));
    }

    /// <summary>A step that comes to the whole gradient, which the engine may know better.</summary>
    private BackwardStep Whole(BackwardStep step)
    {
        var node = step.Node;
        var told = ValueText.Number(node.Node.Gradient);
        var isOther = told is { } given && step.Result is { } found && !Agree(given, found, step.Terms);
        gradients[node] = told ?? step.Result;
        return step with
        {
            Result = isOther ? step.Result : gradients[node],
            Summary = step.Summary ?? node.Node.Gradient,
            Left = node.Node.Gathered ?? (isOther ? node.Node.Gradient : null),
        };
    }

    private static bool Agree(double told, double found, IReadOnlyList<double?> terms)
    {
        var scale = terms.Select(term => Math.Abs(term ?? 0)).Append(Math.Abs(found)).Max();
        return told.Equals(found) || Math.Abs(told - found) <= Tolerance * scale;
    }
}
