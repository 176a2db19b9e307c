using System.Text;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Writes views to files.</summary>
internal static class ViewFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a view in the form that the file's ending asks for.</summary>
    public static void Save(View view, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var content = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => HtmlPage.Of(view.Title, view.ToHtml()),
            ".txt" => view.ToText() + "\n",
            ".svg" => view.Picture is { } scene
                ? SvgWriter.Write(scene)
                : throw new ArgumentException(
                    $"\"{path}\": {view.Title} has no drawing of its own; save it as .html or .txt"),
            _ => throw new ArgumentException($"\"{path}\": a picture is saved as .html, .svg or .txt"),
        };
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
            throw new IOException($"cannot write \"{path}\": {remedy}", error);
        }
    }
}
