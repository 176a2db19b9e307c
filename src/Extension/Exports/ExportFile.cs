using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>Writes what can be seen to files, in the form that the file's ending asks for.</summary>
internal static class ExportFile
{
    private static readonly string[] GraphEndings = [".svg", ".dot", ".gv", ".mmd", ".md"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The drawing of a view.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static string Svg(View view) => view.Picture is { } scene
        ? SvgWriter.Write(scene)
        : throw new ArgumentException(
            $"ToSvg: {view.Title} has no drawing of its own; ToHtml, ToText and ToJson show it");

    /// <summary>Writes a thing.</summary>
    public static void Save(object thing, string path) => Write(path, Content(thing, path));

    /// <summary>What a file of this name holds.</summary>
    public static string Content(object thing, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var view = ViewOf.Thing(thing);
        var forms = Forms(thing, view).ToArray();
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var form = forms.FirstOrDefault(form => form.Ending == ending).Write
            ?? throw new ArgumentException(
                $"save: {view.Title} cannot be written as \"{path}\"; end the name in "
                + Listed(forms.Select(form => form.Ending))
                + (thing is Tensor && GraphEndings.Contains(ending) ? ", or save its Graph()" : ""));
        return form();
    }

    private static IEnumerable<(string Ending, Func<string> Write)> Forms(object thing, View view)
    {
        yield return (".html", () => HtmlPage.Of(view.Title, view.ToHtml()));
        yield return (".htm", () => HtmlPage.Of(view.Title, view.ToHtml()));
        if (view.Picture is not null)
        {
            yield return (".svg", () => Svg(view));
        }

        yield return (".txt", () => view.ToText() + "\n");
        yield return (".json", () => JsonExport.Of(thing) + "\n");
        if (thing is GraphSnapshot graph)
        {
            yield return (".dot", graph.ToDot);
            yield return (".gv", graph.ToDot);
            yield return (".mmd", graph.ToMermaid);
            yield return (".md", () => $"```mermaid\n{graph.ToMermaid()}```\n");
        }
    }

    private static string Listed(IEnumerable<string> endings)
    {
        string[] all = [.. endings];
        return $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    private static void Write(string path, string content)
    {
        try
        {
            File.WriteAllText(path, content, Utf8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            var remedy = Directory.Exists(folder)
                ? $"choose a file that may be written ({error.Message})"
                : $"the folder \"{folder}\" does not exist; create it first";
            throw new IOException($"save: cannot write \"{path}\": {remedy}", error);
        }
    }
}
