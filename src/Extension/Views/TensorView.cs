using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A tensor: its elements as numbers or as a heat map, their distribution, statistics, gradient.</summary>
internal sealed class TensorView(TensorSnapshot tensor, IReadOnlyDictionary<long, string> names) : View
{
    private const string Joint = "   ";
    private const string Block = "display:block;white-space:pre-wrap;";

    private readonly string? name = PlainName.Of(tensor.Name)
        ?? (tensor.Id is { } id ? PlainName.Of(names.GetValueOrDefault(id)) : null);

    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => name ?? "tensor";

    /// <inheritdoc/>
    public override Scene? Picture =>
        IsNumber || tensor.Value.Count == 0 ? null : picture ??= TensorPicture.Of(tensor, Title);

    private bool IsNumber => ValueText.Number(tensor.Value) is not null && ValueText.IsNumber(tensor.Shape);

    private string Summary
    {
        get
        {
            string[] parts =
            [
                ValueText.Type(tensor.DType, tensor.Shape),
                PlainName.Of(tensor.Device) ?? "?",
                .. tensor.RequiresGrad ? ["requires grad"] : Array.Empty<string>(),
                tensor.IsLeaf ? "leaf" : $"from {PlainName.Of(tensor.Operation) ?? "an operation"}",
            ];
            return string.Join(" · ", parts);
        }
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"tensor {Title}, {Summary}", Title, Summary, widest: 760);
        if (Picture is { } scene)
        {
            card.Picture(scene, $"{scene.Title}. {string.Join("; ", TensorWords.Statistics(tensor.Value))}");
            card.OpenSection();
            string?[] notes = [TensorGrid.Legend(tensor), TensorGrid.Note(tensor)];
            foreach (var note in notes.OfType<string>())
            {
                card.Run(new TextRun(Role.Mute, HtmlCard.KeepTogether(note, Joint)), Block);
            }
        }
        else
        {
            card.OpenSection();
        }

        WriteValues(card);
        card.Close();
        return TensorGrid.ShowsNumbers(tensor)
            ? card.Spoken("elements, row by row", TensorGrid.SpokenRows(tensor)).ToString()
            : card.ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        string?[] lines =
        [
            $"{Title}: {Summary}",
            IsNumber ? NumberText.Of(tensor.Value.First[0]) : TensorGrid.Text(tensor),
            IsNumber ? null : TensorGrid.Note(tensor),
            TensorWords.Sparkline(tensor),
            IsNumber ? null : string.Join(Joint, TensorWords.Statistics(tensor.Value)),
            tensor.Gradient is { } gradient ? "∇ " + string.Join(Joint, TensorWords.Gradient(gradient)) : null,
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    private void WriteValues(HtmlCard card)
    {
        if (IsNumber)
        {
            var number = NumberText.Of(tensor.Value.First[0]);
            card.Run(new TextRun(Role.Forward, number), HtmlCard.Mono + Block + "font-size:22px;");
        }
        else
        {
            var statistics = string.Join(Joint, TensorWords.Statistics(tensor.Value));
            card.Run(new TextRun(Role.Plain, HtmlCard.KeepTogether(statistics, Joint)), HtmlCard.Mono + Block);
        }

        if (tensor.Gradient is { } gradient)
        {
            var words = "∇ " + string.Join(Joint, TensorWords.Gradient(gradient));
            card.Run(new TextRun(Role.Gradient, HtmlCard.KeepTogether(words, Joint)), HtmlCard.Mono + Block);
        }
    }
}
