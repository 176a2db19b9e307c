using System.Text.Json;

namespace NotebookGrad.Runner.Tests.Support;

/// <summary>Notebooks as files hold them.</summary>
internal static class NotebookText
{
    public static string Ipynb(params string[] codes) => JsonSerializer.Serialize(new
    {
        cells = codes.Select(code => new
        {
            cell_type = "code",
            execution_count = (int?)null,
            metadata = new { },
            outputs = Array.Empty<string>(),
            source = code,
        }),
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 4,
    });
}
