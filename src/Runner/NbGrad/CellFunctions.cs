using Microsoft.AspNetCore.Html;
using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NbGrad;

/// <summary>What every cell can call by its bare name.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those preferred for its type.</param>
    /// <returns>The shown value, which may be replaced by another one later.</returns>
#pragma warning disable IDE1006 // Notebooks know it by this name.
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        var shown = new DisplayedValue(KernelContext.Current, mimeTypes);
        shown.Show(value, isUpdate: false);
        return shown;
    }
#pragma warning restore IDE1006

    /// <summary>Shows a value among the cell's outputs.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those preferred for its type.</param>
    /// <returns>The shown value, which may be replaced by another one later.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Shows a text as what it already is: HTML, SVG, Markdown…</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    public static void DisplayAs(this string value, string mimeType) =>
        KernelContext.Current?.Emit(new DataOutput(new Dictionary<string, string> { [mimeType] = value }));

    /// <summary>Marks a text as HTML, which is shown as it is.</summary>
    /// <param name="content">The HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
