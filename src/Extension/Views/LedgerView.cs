using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The memory that a graph keeps, block by block, with what each is kept by.</summary>
internal sealed class LedgerView : View
{
    private const int MostRows = 60;
    private const int MostKeepers = 3;
    private const int SizeColumn = 4;

    // A host's own sheet for tables would win otherwise.
    private const string TableSheet =
        "<style>.nbgrad-view table *{background:none!important;border:0!important;white-space:nowrap}"
        + ".nbgrad-view table th,.nbgrad-view table td{padding:2px 14px 2px 0!important;text-align:left!important;"
        + "font-weight:400}.nbgrad-view table [align]{text-align:right!important}</style>";

    private static readonly string OpenRow = $"<tr class=\"nbgrad-e\" style=\"{HtmlCard.OwnColours}\">";

    private readonly MemoryLedger ledger;
    private readonly IReadOnlyDictionary<long, string> names;
    private readonly IReadOnlyList<(LedgerEntry Entry, int Count)> runs;

    public LedgerView(MemoryLedger ledger, IReadOnlyDictionary<long, string> names)
    {
        this.ledger = ledger;
        this.names = names;
        runs = Fold();
    }

    /// <inheritdoc/>
    public override string Title => "memory";

    private string Summary =>
        $"{NumberText.Bytes(Sums.Of(ledger.Entries.Select(entry => entry.Bytes)))} in "
        + $"{NumberText.Count(ledger.Entries.Count, "block")} · "
        + $"{NumberText.Bytes(ledger.SavedBytes)} saved for backward";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, widest: 860)
            .Raw(TableSheet)
            .OpenSection("overflow-x:auto;")
            .Raw("<table class=\"nbgrad-e\" cellpadding=\"3\" style=\"margin:0;font-size:12.5px;")
            .Raw($"{HtmlCard.OwnColours}\"><thead>{OpenRow}");
        foreach (var (column, heading) in new[] { "block", "why", "type", "kept by", "bytes" }.Index())
        {
            WriteCell(card, "th scope=\"col\"", column, new TextRun(Role.Mute, heading));
        }

        card.Raw("</tr></thead><tbody>");
        foreach (var row in Rows())
        {
            card.Raw(OpenRow);
            foreach (var (column, run) in row.Index())
            {
                WriteCell(card, "td", column, run);
            }

            card.Raw("</tr>");
        }

        return card.Raw("</tbody></table>").Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var rows = Rows().Select(row => row.Select(cell => cell.Text).ToArray()).ToArray();
        var widths = Enumerable.Range(0, SizeColumn + 1)
            .Select(column => rows.Select(row => TextMetrics.Columns(row[column])).DefaultIfEmpty(0).Max())
            .ToArray();
        string Pad(string text, int column)
        {
            var blanks = new string(' ', widths[column] - TextMetrics.Columns(text));
            return column == SizeColumn ? blanks + text : text + blanks;
        }

        IEnumerable<string> lines =
        [
            $"{Title}: {Summary}",
            .. rows.Select(row => "  " + string.Join("  ", row.Select(Pad)).TrimEnd()),
        ];
        return string.Join('\n', lines);
    }

    private static void WriteCell(HtmlCard card, string tag, int column, TextRun run) => card
        .Raw($"<{tag}{(column == SizeColumn ? " align=\"right\"" : "")}>")
        .Run(run)
        .Close(tag[..2]);

    private IEnumerable<TextRun[]> Rows()
    {
        foreach (var (entry, count) in runs.Take(MostRows))
        {
            var role = entry.Kind == LedgerKind.Gradient ? Role.Gradient : Role.Plain;
            yield return
            [
                new TextRun(Role.Plain, Label(entry, count), IsBold: true),
                new TextRun(Role.Mute, Why(entry.Kind)),
                new TextRun(Role.Plain, ValueText.Type(entry.DType, entry.Shape)),
                new TextRun(Role.Plain, Keepers(entry.KeptBy)),
                new TextRun(role, NumberText.Bytes(Bytes(entry, count))),
            ];
        }

        if (runs.Count > MostRows)
        {
            var rest = runs.Skip(MostRows).ToArray();
            var blocks = NumberText.Count(rest.Sum(run => (long)run.Count), "more block");
            yield return Total(blocks, "", rest.Select(run => Bytes(run.Entry, run.Count)));
        }

        foreach (var kind in ledger.Entries.GroupBy(entry => entry.Kind).OrderBy(kind => kind.Key))
        {
            yield return Total("total", Why(kind.Key), kind.Select(entry => entry.Bytes));
        }
    }

    private static TextRun[] Total(string what, string why, IEnumerable<long> bytes) =>
    [
        new TextRun(Role.Mute, what),
        new TextRun(Role.Mute, why),
        new TextRun(Role.Mute, ""),
        new TextRun(Role.Mute, ""),
        new TextRun(Role.Plain, NumberText.Bytes(Sums.Of(bytes)), IsBold: true),
    ];

    /// <summary>Folds neighbours that differ only in which node they belong to.</summary>
    private List<(LedgerEntry Entry, int Count)> Fold()
    {
        var folded = new List<(LedgerEntry Entry, int Count)>();
        foreach (var entry in ledger.Entries)
        {
            if (folded.Count > 0 && IsLike(folded[^1].Entry, entry))
            {
                folded[^1] = (folded[^1].Entry, folded[^1].Count + 1);
            }
            else
            {
                folded.Add((entry, 1));
            }
        }

        return folded;
    }

    private bool IsLike(LedgerEntry one, LedgerEntry other) =>
        one.Kind == other.Kind
        && one.Bytes == other.Bytes
        && one.DType == other.DType
        && one.Shape == other.Shape
        && Name(one) is null
        && Name(other) is null
        && one.KeptBy.SequenceEqual(other.KeptBy);

    private string? Name(LedgerEntry entry) =>
        PlainName.Of(entry.Name) ?? PlainName.Of(names.GetValueOrDefault(entry.Id));

    private string Label(LedgerEntry entry, int count)
    {
        var label = Name(entry) ?? (entry.KeptBy.Count > 0 ? Keepers(entry.KeptBy) : "unnamed");
        return count > 1 ? $"{label} ×{NumberText.Count(count)}" : label;
    }

    private static string Keepers(IReadOnlyList<string> keptBy)
    {
        var keepers = keptBy
            .GroupBy(keeper => PlainName.Of(keeper) ?? "?")
            .Select(group => group.Count() > 1 ? $"{group.Key} ×{NumberText.Count(group.Count())}" : group.Key)
            .ToArray();
        var more = keepers.Length > MostKeepers ? $" and {NumberText.Count(keepers.Length - MostKeepers)} more" : "";
        return string.Join(", ", keepers.Take(MostKeepers)) + more;
    }

    private static long Bytes(LedgerEntry entry, int count) => Sums.Of(Enumerable.Repeat(entry.Bytes, count));

    private static string Why(LedgerKind kind) => kind switch
    {
        LedgerKind.Leaf => "value of a leaf",
        LedgerKind.Output => "the result",
        LedgerKind.Saved => "saved for backward",
        LedgerKind.Gradient => "gradient",
        LedgerKind.Preview => "kept to be drawn",
        _ => "other",
    };
}
