using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A tensor: its elements as numbers or as a picture, their distribution, statistics, gradient.</summary>
internal sealed class TensorView(TensorSnapshot tensor, IReadOnlyDictionary<long, string> names) : View
{
    private const string Joint = "   ";
    private const string KeepsBlanks = "white-space:pre-wrap;";

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
        var card = new HtmlCard($"tensor {Title}, {Summary}", Title, Summary, WidestCard);
        if (Picture is not null)
        {
            WritePictures(card);
            card.OpenSection();
            WriteLine(card, TensorGrid.Legend(tensor));
            WriteLine(card, TensorGrid.Note(tensor) is { } note ? [new TextRun(Role.Mute, note)] : []);
        }
        else
        {
            card.OpenSection();
        }

        WriteValues(card);
        if (Picture is not null && TensorGrid.IsFew(tensor))
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
            if (TensorGrid.ShowsElements(tensor))
            {
                lines.AddRange([TensorDiagram.Of(tensor, tensor.Map), TensorDiagram.Legend(tensor, tensor.Map)]);
            }

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

    /// <summary>Writes the panels as images, as many a row as the page has room for.</summary>
    private void WritePictures(HtmlCard card)
    {
        var statistics = string.Join("; ", TensorWords.Statistics(tensor));
        card.Pictures(TensorPicture.PartsOf(tensor, Title).Select((part, index) =>
            index == 0 ? part with { Title = $"{part.Title}. {statistics}" } : part));
    }

    private void WriteValues(HtmlCard card)
    {
        if (IsNumber)
        {
            WriteLine(card, [new TextRun(Role.Forward, Number)], HtmlCard.Mono + "font-size:22px;");
        }
        else
        {
            WriteNumbers(card, Role.Plain, TensorWords.Statistics(tensor));
        }

        if (tensor.Gradient is { } gradient)
        {
            WriteNumbers(card, Role.Gradient, TensorWords.Gradient(gradient), "∇ ");
        }
    }

    private static void WriteNumbers(HtmlCard card, Role role, IEnumerable<string> parts, string sign = "")
    {
        var text = HtmlCard.KeepTogether(sign + string.Join(Joint, parts), Joint);
        WriteLine(card, [new TextRun(role, text)], HtmlCard.Mono);
    }

    // An element of its own, since a style that breaks the line may be dropped.
    private static void WriteLine(HtmlCard card, IEnumerable<TextRun> runs, string style = "")
    {
        if (runs.Any())
        {
            card.Raw($"<div style=\"{style}{KeepsBlanks}\">").Line(runs).Close();
        }
    }
}
