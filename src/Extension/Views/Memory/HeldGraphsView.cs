using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The graphs that a tensor holds: how many, how large, and what to do about them.</summary>
internal sealed class HeldGraphsView(HeldGraphs held) : View
{
    private const int LongestWords = 2000;

    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => PlainName.Of(held.Tensor) ?? "tensor";

    /// <inheritdoc/>
    public override Scene? Picture => held.Count < 1 ? null : picture ??= HeldGraphsPicture.Of(held, Title);

    private string Summary => held.Count < 1
        ? "holds no graph"
        : $"holds {NumberText.Count(held.Count, "graph")} · {NumberText.Count(held.Operations, "operation")} · "
            + $"{NumberText.Bytes(held.Bytes)} alive";

    private string Words => held.Advice is { } advice
        ? PlainName.Of(advice, LongestWords) ?? ""
        : held.Count < 1
            ? "It is a number like any other: nothing is kept alive for its sake."
            : "That is what an ordinary result holds until it is forgotten or differentiated.";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title} {Summary}", Title, Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title);
        }

        // A line is not broken within code.
        var words = Words.Replace(" += ", "\u00A0+=\u00A0");
        return card.OpenSection().Run(new TextRun(Role.Plain, words)).Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => $"{Title}: {Summary}\n{Words}";
}
