using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The chain of <c>grad_fn</c> behind a node as a tree of lines.</summary>
internal sealed class ChainView : View
{
    private const int OpenLines = 80;
    private const int MostLines = 160;
    private const int MostRepeated = 16;
    private const string OpenSummary = "<details><summary style=\"cursor:pointer\">";

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
            // A leaf has nothing behind it, so that whichever line of it comes first can be the one that tells all.
            if (!rows[row].Line.Repeated || IsLeaf(rows[row].Line))
            {
                numbers.TryAdd(rows[row].Line.Id, row + 1);
            }
        }
    }

    /// <inheritdoc/>
    public override string Title =>
        rows.Count == 0 ? "grad_fn" : $"grad_fn of {Name(rows[0].Line) ?? Operation(rows[0].Line)}";

    private string Summary
    {
        get
        {
            var saved = Sums.Of(chain.Lines.DistinctBy(line => line.Id).Select(line => line.SavedBytes));
            var nodes = NumberText.Count(numbers.Count + chain.Omitted, "node");
            return $"{nodes} · {NumberText.Bytes(saved)} saved for backward";
        }
    }

    private string Legend => string.Join("   ", new[]
    {
        rows.All(row => IsLeaf(row.Line)) ? "" : "○ operation",
        rows.Any(row => IsLeaf(row.Line)) ? "● leaf that gathers .Grad" : "",
        rows.Any(row => row.StartsBranch) ? "├─ a further operand, before the main one below" : "",
    }.Where(part => part.Length > 0));

    private string Note => $"{NumberText.Count(chain.Omitted, "further node")} not shown";

    private static string OpenRows { get; } =
        "<pre class=\"nbgrad-e\" style=\"margin:0;padding:0;border:0;overflow-x:auto;line-height:1.5;"
        + $"font-size:12.5px;{HtmlCard.OwnColours}{HtmlCard.Mono}\">";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).OpenSection();
        WriteRows(card);
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
            .. rows.Select((_, row) => string.Concat(Runs(row).Select(run => run.Text)).TrimEnd()),
            .. chain.Omitted > 0 ? [Note] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Writes the first rows, then further ones folded, as many as a page bears; repetitions once.</summary>
    private void WriteRows(HtmlCard card)
    {
        var (written, isFolded) = (0, false);
        card.Raw(OpenRows);
        foreach (var (start, length, repeats) in ChainRepetition.Of(rows))
        {
            var rest = rows.Count - start;
            if (written + length > MostLines)
            {
                card.Raw($"… {NumberText.Count(rest, "further line")}: ToText() has them all\n");
                break;
            }

            if (!isFolded && written + length > OpenLines)
            {
                card.Close("pre").Raw($"{OpenSummary}{NumberText.Count(rest, "more line")}</summary>{OpenRows}");
                isFolded = true;
            }

            WriteLines(card, start, length);
            written += length;
            if (repeats > 1)
            {
                var shown = Math.Min(length * (repeats - 1), MostRepeated);
                WriteRepetition(card, start + length, length, repeats, shown);
                written += shown;
            }
        }

        card.Close("pre");
        if (isFolded)
        {
            card.Close("details");
        }
    }

    private void WriteRepetition(HtmlCard card, int start, int length, int repeats, int shown)
    {
        var further = length * (repeats - 1);
        var above = length == 1 ? "line" : $"{NumberText.Count(length)} lines";
        card.Close("pre")
            .Raw($"{OpenSummary}×{NumberText.Count(repeats)} the {above} above, to line {start + further}</summary>")
            .Raw(OpenRows);
        WriteLines(card, start, shown);
        card.Raw(shown < further ? $"… {NumberText.Count(further - shown, "further line")} like these\n" : "")
            .Close("pre")
            .Close("details")
            .Raw(OpenRows);
    }

    private void WriteLines(HtmlCard card, int start, int count)
    {
        for (var row = start; row < start + count; row++)
        {
            card.Line(Runs(row)).Raw("\n");
        }
    }

    private IEnumerable<TextRun> Runs(int index)
    {
        var row = rows[index];
        var line = row.Line;
        var number = (index + 1).ToString().PadLeft(rows.Count.ToString().Length);
        yield return new TextRun(Role.Mute, $"{number}  {row.Rails}");
        var isLeaf = IsLeaf(line);
        yield return new TextRun(isLeaf ? Role.Forward : Role.Plain, isLeaf ? "● " : "○ ");
        if (Name(line) is { } name)
        {
            yield return new TextRun(Role.Plain, name, IsBold: true);
            yield return new TextRun(Role.Plain, isLeaf ? " " : " = ");
        }

        yield return new TextRun(isLeaf ? Role.Mute : Role.Plain, Operation(line));
        if (numbers.GetValueOrDefault(line.Id) != index + 1)
        {
            var told = numbers.TryGetValue(line.Id, out var place) ? $"line {place}" : "a line left out";
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

    private static bool IsLeaf(ChainLine line) => line.Operation == "accumulate_grad";

    private static string Operation(ChainLine line) => PlainName.Of(line.Operation) ?? "operation";
}
