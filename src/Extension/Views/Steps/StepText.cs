using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Steps of a backward pass in symbols and in numbers: <c>∂loss/∂x via y = ∂loss/∂y · w = 8 · 3 = 24</c>, then
/// <c>∂loss/∂x = 24 + 2 = 26</c>; of a tensor its statistics and its norm, before and after.
/// </summary>
internal sealed class StepText
{
    private const int MostTerms = 8;

    private readonly string? root;
    private readonly bool norms;

    /// <summary>Text for the steps of one graph; a graph of several results has gradients of no one of them.</summary>
    /// <param name="reading">The graph.</param>
    /// <param name="norms">Whether a tensor's norm is told, before and after.</param>
    public StepText(GraphReading reading, bool norms = true)
    {
        this.norms = norms;
        var roots = reading.Nodes.Where(node => node.IsRoot).ToArray();
        root = roots.Length == 1 ? roots[0].Term.InBrackets : null;
    }

    /// <summary>A step as one line.</summary>
    public IReadOnlyList<TextRun> Of(BackwardStep step)
    {
        var runs = new List<TextRun> { new(Role.Plain, Partial(step.Node)) };
        if (step.IsPart)
        {
            runs.Add(new TextRun(Role.Mute, $" via {Way(step.Uses[0])}"));
        }

        if (step.IsSum && step.Parts.Count == 0)
        {
            AddSum(runs, step);
        }
        else if (step.Uses.Count > 0)
        {
            AddProducts(runs, step.IsSum ? step.Parts : [step]);
        }

        AddResult(runs, step);
        if (step.Left is { } left)
        {
            runs.Add(new TextRun(Role.Mute, $"   {WhyLeft(step.Node)}: {ValueText.Of(left)}"));
        }

        return runs;
    }

    private string Partial(ReadNode node) =>
        root is null ? $"∇{node.Term.InBrackets}" : $"∂{root}/∂{node.Term.InBrackets}";

    private static string Way(ReadEdge use) =>
        use.From.Uses.Count(other => ReferenceEquals(other.To, use.To)) > 1
            ? $"{use.To.Term.Text}, operand {use.Operand + 1}"
            : use.To.Term.Text;

    private static void AddSum(List<TextRun> runs, BackwardStep step)
    {
        var isKnown = step.Terms.All(term => term is not null);
        string[] terms = isKnown
            ? [.. step.Terms.Select((term, index) => index > 0 ? Term.Number(term).InBrackets : Term.Number(term).Text)]
            : [.. step.Uses.Select(use => $"via {Way(use)}")];
        var more = terms.Length > MostTerms ? $" + … ({NumberText.Count(terms.Length)} terms)" : "";
        runs.Add(new TextRun(Role.Plain, " = "));
        runs.Add(new TextRun(
            isKnown ? Role.Gradient : Role.Plain, string.Join(" + ", terms.Take(MostTerms)) + more));
    }

    /// <summary>The products along uses, in symbols and, where they are known, in numbers.</summary>
    private void AddProducts(List<TextRun> runs, IReadOnlyList<BackwardStep> along)
    {
        var told = along.Take(MostTerms).ToArray();
        var more = along.Count > MostTerms ? $" + … ({NumberText.Count(along.Count)} terms)" : "";
        runs.Add(new TextRun(Role.Plain, $" = {string.Join(" + ", told.Select(InSymbols))}{more}"));
        if (!along.All(step => step is { Upstream: not null, Local: not null }))
        {
            return;
        }

        foreach (var (index, step) in told.Index())
        {
            runs.Add(new TextRun(Role.Plain, index == 0 ? " = " : " + "));
            runs.Add(new TextRun(Role.Gradient, Term.Number(step.Upstream).Text));
            runs.Add(new TextRun(Role.Plain, " · "));
            runs.Add(new TextRun(Role.Forward, InNumbers(step.Uses[0])));
        }

        runs.AddRange(more.Length > 0 ? [new TextRun(Role.Plain, more)] : Array.Empty<TextRun>());
    }

    private string InSymbols(BackwardStep step)
    {
        var use = step.Uses[0];
        var above = new Term(Partial(use.To), IsCompound: true);
        return use.Pullback(node => node.Term, above) ?? Product(use);
    }

    private string Product(ReadEdge use)
    {
        var derivative = use.DerivativeInNames is { } names
            ? Term.Name(names).AsFactor
            : $"∂{use.To.Term.InBrackets}/∂{use.From.Term.InBrackets}";
        return $"{Partial(use.To)} · {derivative}";
    }

    private void AddResult(List<TextRun> runs, BackwardStep step)
    {
        if (step.Node.IsNumber)
        {
            runs.Add(new TextRun(Role.Plain, " = "));
            runs.Add(new TextRun(Role.Gradient, Term.Number(step.Result).Text, IsBold: true));
            return;
        }

        if (step.Summary is { } summary)
        {
            runs.Add(new TextRun(Role.Plain, " = "));
            runs.Add(new TextRun(Role.Gradient, ValueText.Of(summary), IsBold: true));
            if (norms)
            {
                runs.Add(new TextRun(Role.Mute, $"   norm {Above(step)}{NumberText.Short(summary.Norm)}"));
            }
        }
    }

    private static string Above(BackwardStep step) =>
        step.Uses is [{ To.Node.Gradient: { } above }] ? $"{NumberText.Short(above.Norm)} → " : "";

    private static string InNumbers(ReadEdge use) =>
        use.DerivativeInNumbers is { } numbers && !numbers.Contains('?')
            ? Term.Name(numbers).AsFactor
            : Term.Number(use.LocalDerivative).AsFactor;

    private static string WhyLeft(ReadNode node) => node switch
    {
        { Node.Kind: GraphNodeKind.Parameter } => "gathered so far",
        { IsRoot: true } => "with what it started from",
        _ => "after a hook",
    };
}
