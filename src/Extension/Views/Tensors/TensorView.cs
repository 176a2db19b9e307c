using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A tensor: its elements as numbers or as a picture, their distribution, statistics, gradient.</summary>
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

    private string Number => TensorGrid.Cell(tensor, tensor.Value.First[0], isAlone: true);

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
            card.Picture(scene, $"{scene.Title}. {string.Join("; ", TensorWords.Statistics(tensor))}");
            card.OpenSection();
            string?[] notes = [TensorGrid.Legend(tensor), TensorGrid.Note(tensor)];
            foreach (var note in notes.OfType<string>())
            {
                card.Run(new TextRun(Role.Mute, note), Block);
            }
        }
        else
        {
            card.OpenSection();
        }

        WriteValues(card);
        if (Picture is not null && TensorGrid.ShowsNumbers(tensor))
        {
            card.Spoken("elements, row by row", TensorGrid.SpokenRows(tensor));
        }

        return card.Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        List<string?> lines = [$"{Title}: {Summary}"];
        if (IsNumber)
        {
            lines.Add(Number);
        }
        else
        {
            lines.AddRange([TensorDiagram.Of(tensor, tensor.Map), TensorDiagram.Legend(tensor, tensor.Map)]);
            lines.AddRange([TensorGrid.Note(tensor), TensorDiagram.Distribution(tensor)]);
            lines.Add(string.Join(Joint, TensorWords.Statistics(tensor)));
        }

        if (tensor.Gradient is { } gradient)
        {
            lines.Add("∇ " + string.Join(Joint, TensorWords.Gradient(gradient)));
        }

        if (!IsNumber && tensor.GradientMap is { } map)
        {
            lines.AddRange([TensorDiagram.Of(tensor, map), TensorDiagram.Legend(tensor, map)]);
        }

        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    private void WriteValues(HtmlCard card)
    {
        if (IsNumber)
        {
            card.Run(new TextRun(Role.Forward, Number), HtmlCard.Mono + Block + "font-size:22px;");
        }
        else
        {
            var statistics = string.Join(Joint, TensorWords.Statistics(tensor));
            card.Run(new TextRun(Role.Plain, HtmlCard.KeepTogether(statistics, Joint)), HtmlCard.Mono + Block);
        }

        if (tensor.Gradient is { } gradient)
        {
            var words = "∇ " + string.Join(Joint, TensorWords.Gradient(gradient));
            card.Run(new TextRun(Role.Gradient, HtmlCard.KeepTogether(words, Joint)), HtmlCard.Mono + Block);
        }
    }
}
