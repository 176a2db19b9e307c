using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The nodes of a graph as a table: for those who do not see the picture, and to look one up.</summary>
internal static class NodeTable
{
    private static readonly (string Heading, Func<ReadNode, string?> Cell)[] Columns =
    [
        ("name", node => node.Caption),
        ("what", What),
        ("from", node => string.Join(", ", node.Operands.Select(edge => edge.From.Term.Text))),
        ("type", node => ValueText.Type(node.Node.DType, node.Node.Shape)),
        ("value", node => node.Node.Value is { } value ? ValueText.Of(value) : null),
        ("gradient", node => node.Node.Gradient is { } gradient ? ValueText.Of(gradient) : null),
        ("saved", node => NodeNotes.Kept(node.Node)),
        ("line", node => NodeNotes.Line(node.Node)),
    ];

    /// <summary>Writes the table, closed at first; columns with nothing in them are left out.</summary>
    public static void Write(HtmlCard card, GraphReading reading)
    {
        var columns = Columns
            .Select(column => (column.Heading, Cells: reading.Nodes.Select(column.Cell).ToArray()))
            .Where(column => column.Cells.Any(cell => !string.IsNullOrEmpty(cell)))
            .ToArray();
        card.OpenSection("overflow-x:auto;")
            .Raw($"<details><summary>as a table: {NumberText.Count(reading.Nodes.Count, "node")}, operands first")
            .Raw($"</summary><table style=\"{HtmlCard.OwnColours}\"><tr>");
        foreach (var (heading, _) in columns)
        {
            card.Raw($"<th scope=\"col\">{heading}</th>");
        }

        for (var row = 0; row < reading.Nodes.Count; row++)
        {
            card.Raw("</tr><tr>");
            foreach (var (_, cells) in columns)
            {
                card.Raw($"<td>{Markup.Escape(cells[row] ?? "")}</td>");
            }
        }

        card.Raw("</tr></table></details>").Close();
    }

    private static string? What(ReadNode node) => node switch
    {
        { Fold: { } fold } => FoldWords.Title(fold),
        { Node.Kind: GraphNodeKind.Parameter } => "parameter",
        { Node.Kind: GraphNodeKind.Constant } => "constant",
        _ => $"{PlainName.Of(node.Node.Operation) ?? "operation"} {node.Formula}",
    };
}
