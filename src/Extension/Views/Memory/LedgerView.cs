using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The memory that a graph keeps, block by block, with who keeps each alive.</summary>
internal sealed class LedgerView : View
{
    private const int MostRows = 60;
    private const int SizeColumn = 2;

    private readonly MemoryLedger ledger;
    private readonly IReadOnlyDictionary<long, string> names;
    private readonly LedgerWords words;
    private readonly IReadOnlyList<(LedgerEntry Entry, int Count)> runs;

    public LedgerView(MemoryLedger ledger, IReadOnlyDictionary<long, string> names)
    {
        this.ledger = ledger;
        this.names = names;
        var output = ledger.Entries.FirstOrDefault(entry => entry.Kind == LedgerKind.Output);
        words = new LedgerWords(names, output is null ? null : Name(output));
        runs = Fold();
    }

    /// <inheritdoc/>
    public override string Title => "memory";

    private string Summary =>
        $"{NumberText.Bytes(Sums.Of(ledger.Entries.Select(entry => entry.Bytes)))} in "
        + $"{NumberText.Count(ledger.Entries.Count, "block")} · "
        + $"{NumberText.Bytes(ledger.SavedBytes)} saved for backward";

    private Table Table => new(["block", "type", "size", "kept alive by"], [.. Rows()], SizeColumn);

    /// <inheritdoc/>
    public override string ToHtml() => Table
        .WriteTo(new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).OpenSection("overflow-x:auto;"))
        .Close()
        .ToString();

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n', Table.Lines().Prepend($"{Title}: {Summary}"));

    private IEnumerable<TextRun[]> Rows()
    {
        foreach (var (entry, count) in runs.Take(MostRows))
        {
            var role = entry.Kind == LedgerKind.Gradient ? Role.Gradient : Role.Plain;
            yield return
            [
                new TextRun(Role.Plain, Label(entry, count), IsBold: true),
                new TextRun(Role.Plain, What(entry)),
                new TextRun(role, NumberText.Bytes(Bytes(entry, count))),
                new TextRun(Role.Plain, words.KeptAlive(entry)),
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
            yield return Total("total", What(kind.Key), kind.Select(entry => entry.Bytes));
        }

        var devices = ledger.Entries.GroupBy(entry => entry.Device).ToArray();
        foreach (var device in devices.Where(_ => devices.Length > 1))
        {
            yield return Total("total", $"on {Device(device.First())}", device.Select(entry => entry.Bytes));
        }
    }

    private static TextRun[] Total(string label, string what, IEnumerable<long> bytes) =>
    [
        new TextRun(Role.Mute, label),
        new TextRun(Role.Mute, what),
        new TextRun(Role.Plain, NumberText.Bytes(Sums.Of(bytes)), IsBold: true),
        new TextRun(Role.Mute, ""),
    ];

    /// <summary>Folds neighbours that differ only in which node they belong to and where it was recorded.</summary>
    private List<(LedgerEntry Entry, int Count)> Fold()
    {
        var folded = new List<(LedgerEntry Entry, int Count)>();
        foreach (var entry in ledger.Entries)
        {
            if (folded.Count > 0 && IsLike(folded[^1].Entry, entry))
            {
                folded[^1] = (WithCommonLines(folded[^1].Entry, entry), folded[^1].Count + 1);
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
        && one.Device == other.Device
        && Name(one) is null
        && Name(other) is null
        && one.KeptBy.Select(keeper => keeper.Operation).SequenceEqual(other.KeptBy.Select(keeper => keeper.Operation));

    private static LedgerEntry WithCommonLines(LedgerEntry one, LedgerEntry other) => one with
    {
        KeptBy = [.. one.KeptBy.Zip(other.KeptBy, (a, b) => a.Line == b.Line ? a : a with { Line = null })],
    };

    private string? Name(LedgerEntry entry) =>
        PlainName.Of(entry.Name) ?? PlainName.Of(names.GetValueOrDefault(entry.Id));

    private string Label(LedgerEntry entry, int count)
    {
        var label = Name(entry)
            ?? PlainName.Of(entry.Operation)
            ?? (entry.KeptBy.Count > 0 ? LedgerWords.Operations(entry.KeptBy) : "unnamed");
        label += entry.Kind == LedgerKind.Gradient ? ".Grad" : "";
        return count > 1 ? $"{label} ×{NumberText.Count(count)}" : label;
    }

    private static long Bytes(LedgerEntry entry, int count) => Sums.Of(Enumerable.Repeat(entry.Bytes, count));

    private static string What(LedgerEntry entry) => entry.Device == NotebookGrad.Device.Cpu.Name
        ? ValueText.Type(entry.DType, entry.Shape)
        : $"{ValueText.Type(entry.DType, entry.Shape)}, {Device(entry)}";

    private static string Device(LedgerEntry entry) => PlainName.Of(entry.Device) ?? "?";

    private static string What(LedgerKind kind) => kind switch
    {
        LedgerKind.Leaf => "values of leaves",
        LedgerKind.Output => "the result",
        LedgerKind.Saved => "saved for backward",
        LedgerKind.Gradient => "gradients",
        LedgerKind.Preview => "kept to be drawn",
        _ => "other",
    };
}
