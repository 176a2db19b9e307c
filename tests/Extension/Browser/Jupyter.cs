using System.Text.Json;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Browser;

/// <summary>Jupyter's programs, where this machine has them.</summary>
internal static class Jupyter
{
    /// <summary>The program that makes pages of notebooks; null where it is not.</summary>
    public static string? Convert { get; } = Tool.Find("jupyter-nbconvert");

    /// <summary>The server of the classic notebook; null where it is not.</summary>
    public static string? Server { get; } = Tool.Find("jupyter-notebook");

    /// <summary>What is needed and lacks here; null where nothing does.</summary>
    public static string? Lacking { get; } = Convert is null || Server is null
        ? "needs Jupyter in the PATH (Debian: apt-get install jupyter-nbconvert jupyter-notebook)"
        : null;

    /// <summary>A notebook that has been executed, and shows a view below each cell.</summary>
    public static string Notebook(IEnumerable<(string Word, View View)> parts) => JsonSerializer.Serialize(new
    {
        nbformat = 4,
        nbformat_minor = 4,
        metadata = new
        {
            kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" },
        },
        cells = parts.Select(part => new
        {
            cell_type = "code",
            metadata = new { },
            execution_count = 1,
            source = $"// {part.Word}",
            outputs = new[]
            {
                new
                {
                    output_type = "display_data",
                    metadata = new { },
                    data = new Dictionary<string, string>
                    {
                        ["text/html"] = part.View.ToHtml(),
                        ["text/plain"] = part.View.ToText(),
                    },
                },
            },
        }),
    });
}
