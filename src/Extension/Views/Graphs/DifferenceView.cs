using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The difference of two graphs: both in one picture with marks, and the changes in words.</summary>
internal sealed class DifferenceView(GraphDifference difference, IReadOnlyDictionary<long, string> names) : View
{
    private const string Legend = "+ added, heavy lines   − removed, dashed   ~ changed";

    private readonly DifferenceWords words = new(difference, names);
    private readonly GraphReading reading = new(difference.Union, names);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "difference of two graphs";

    /// <inheritdoc/>
    public override Scene Picture => picture ??= GraphPicture.Of(reading).Scene with
    {
        Title = $"{Title}: {words.Summary}",
    };

    private IReadOnlyList<string> Lines =>
    [
        .. words.Lines(),
        .. words.Moved is { } moved ? [moved] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard(Picture.Title, Title, words.Summary)
            .Picture(Picture, string.Join("; ", Lines.Prepend(Picture.Title)));
        if (!difference.IsEmpty)
        {
            var legend = new TextRun(Role.Mute, HtmlCard.KeepTogether(Legend, "   "));
            card.OpenSection().Run(legend, "white-space:pre-wrap").Close();
        }

        if (Lines.Count > 0)
        {
            card.Section(Lines.Select(line => new TextRun(Role.Plain, line)), HtmlCard.Mono);
        }

        return card.ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join(
        '\n',
        [
            $"{Title}: {words.Summary}",
            .. Lines,
            .. new Table(["", "node", "formula", "shape"], [.. Rows()]).Lines(),
        ]);

    // As a text's difference is told: what changed, and one unchanged node around it.
    private IEnumerable<TextRun[]> Rows()
    {
        var nodes = reading.Nodes;
        var skipped = 0;
        for (var place = 0; place < nodes.Count; place++)
        {
            if (!Enumerable.Range(place - 1, 3).Any(near => near >= 0 && near < nodes.Count && IsChanged(nodes[near])))
            {
                skipped++;
                continue;
            }

            if (skipped > 0)
            {
                yield return Skipped(skipped);
                skipped = 0;
            }

            var node = nodes[place];
            yield return Row(
                DifferenceWords.Sign(node.Node.Change ?? ChangeKind.Same), node.Term.Text, node.Formula ?? "",
                ValueText.Of(node.Node.Shape));
        }

        if (skipped > 0)
        {
            yield return Skipped(skipped);
        }
    }

    private static TextRun[] Skipped(int count) => Row("", $"… {NumberText.Count(count)} unchanged", "", "");

    private static bool IsChanged(ReadNode node) => node.Node.Change is not (null or ChangeKind.Same);

    private static TextRun[] Row(params string[] cells) => [.. cells.Select(cell => new TextRun(Role.Plain, cell))];
}
