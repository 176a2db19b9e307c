using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The chain of <c>grad_fn</c> behind a node as a tree of lines.</summary>
internal sealed class ChainView : View
{
    private const int OpenLines = 80;

    private readonly ChainSnapshot chain;
    private readonly IReadOnlyDictionary<long, string> names;
    private readonly IReadOnlyList<ChainRow> rows;
    private readonly Dictionary<long, int> numbers = [];

    public ChainView(ChainSnapshot chain, IReadOnlyDictionary<long, string> names)
    {
        this.chain = chain;
        this.names = names;
        rows = ChainTree.Rows(chain.Lines);
        for (var row = 0; row < rows.Count; row++)
        {
            if (!rows[row].Line.Repeated)
            {
                numbers.TryAdd(rows[row].Line.Id, row + 1);
            }
        }
    }

    /// <inheritdoc/>
    public override string Title => rows.Count == 0 ? "grad_fn" : $"grad_fn of {Name(rows[0].Line) ?? Operation(rows[0].Line)}";

    private string Summary
    {
        get
        {
            var saved = Sums.Of(rows.Where(row => !row.Line.Repeated).Select(row => row.Line.SavedBytes));
            return $"{NumberText.Count(numbers.Count + chain.Omitted, "node")} · {NumberText.Bytes(saved)} saved for backward";
        }
    }

    private string Note => $"{NumberText.Count(chain.Omitted, "further node")} not shown";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        const string pre = "<pre style=\"margin:0;padding:0;border:0;background:none;color:inherit;overflow-x:auto;"
            + "line-height:1.5;font-size:12.5px;";
        var open = $"{pre}{HtmlCard.Mono}\">";
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, widest: 760).OpenSection().Raw(open);
        for (var row = 0; row < rows.Count; row++)
        {
            if (row == OpenLines)
            {
                var rest = NumberText.Count(rows.Count - OpenLines, "more line");
                card.Close("pre").Raw($"<details><summary style=\"cursor:pointer\">{rest}</summary>{open}");
            }

            card.Line(Runs(row)).Raw("\n");
        }

        card.Close("pre");
        if (rows.Count > OpenLines)
        {
            card.Close("details");
        }

        card.Close().OpenSection().Run(new TextRun(Role.Mute, Legend), "white-space:pre-wrap;");
        if (chain.Omitted > 0)
        {
            card.Run(new TextRun(Role.Plain, "   " + Note, IsBold: true));
        }

        return card.Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        IEnumerable<string> lines =
        [
            $"{Title}: {Summary}",
            .. Enumerable.Range(0, rows.Count).Select(row => string.Concat(Runs(row).Select(run => run.Text)).TrimEnd()),
            .. chain.Omitted > 0 ? [Note] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }

    private const string Legend = "○ operation   ● leaf that gathers .Grad   ├─ a further operand, before the main one below";

    private IEnumerable<TextRun> Runs(int index)
    {
        var row = rows[index];
        var line = row.Line;
        var number = (index + 1).ToString().PadLeft(rows.Count.ToString().Length);
        yield return new TextRun(Role.Mute, $"{number}  {row.Rails}");
        var isLeaf = line.Operation == "accumulate_grad";
        yield return new TextRun(isLeaf ? Role.Forward : Role.Plain, isLeaf ? "● " : "○ ");
        if (Name(line) is { } name)
        {
            yield return new TextRun(Role.Plain, name, IsBold: true);
            yield return new TextRun(Role.Plain, isLeaf ? " " : " = ");
        }

        yield return new TextRun(isLeaf ? Role.Mute : Role.Plain, Operation(line));
        if (line.Repeated)
        {
            var told = numbers.TryGetValue(line.Id, out var place) ? $"line {place}" : "above";
            yield return new TextRun(Role.Mute, $"  ↺ shown in {told}");
            yield break;
        }

        yield return new TextRun(Role.Mute, $"  {ValueText.Type(line.DType, line.Shape)}");
        if (line.Freed)
        {
            yield return new TextRun(Role.Mute, "  ∅ saved values freed");
        }
        else if (line.SavedBytes > 0)
        {
            yield return new TextRun(Role.Plain, $"  saves {NumberText.Bytes(line.SavedBytes)}");
        }
    }

    private string? Name(ChainLine line) =>
        PlainName.Of(line.Name) ?? PlainName.Of(names.GetValueOrDefault(line.Id));

    private static string Operation(ChainLine line) => PlainName.Of(line.Operation) ?? "operation";
}
