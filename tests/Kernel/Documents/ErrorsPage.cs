using System.Text;

namespace NotebookGrad.Tests.Documents;

/// <summary>The page of <c>docs/errors.md</c>: what goes wrong, and what is said of it.</summary>
internal static class ErrorsPage
{
    private const int LineLength = 100;

    /// <summary>The page as it should be.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # When it goes wrong

            What users of PyTorch complain about most, each in a cell, and what NotebookGrad says of it. The cells are run by
            the tests, which write this page; `cell 1:n` stands for the line.

            """);
        foreach (var complaint in Complaints.All)
        {
            page.Append($"\n## {complaint.Title}\n\nPyTorch: {complaint.Elsewhere}\n\n");
            page.Append($"```csharp\n{complaint.Cell}\n```\n\n```text\n{Wrapped(complaint.Message)}\n```\n");
        }

        return page.ToString();
    }

    private static string Wrapped(string message) => string.Join('\n', message.Split('\n').Select(Wrap));

    private static string Wrap(string line)
    {
        if (line.Length <= LineLength)
        {
            return line;
        }

        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > LineLength)
            {
                wrapped.Append('\n');
                column = 0;
            }
            else if (wrapped.Length > 0)
            {
                wrapped.Append(' ');
                column++;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
