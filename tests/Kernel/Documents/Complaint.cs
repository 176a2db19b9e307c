using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NotebookGrad.Tests.Documents;

/// <summary>Something that users of tensor libraries complain about, a program in which it happens, and what it says.</summary>
/// <param name="Title">The complaint.</param>
/// <param name="Elsewhere">What PyTorch does.</param>
/// <param name="Program">The program, which gives back what a user reads.</param>
/// <param name="Code">The program's text.</param>
internal sealed partial record Complaint(
    string Title, string Elsewhere, Func<string> Program, [CallerArgumentExpression(nameof(Program))] string Code = "")
{
    /// <summary>What a user reads; the lines of this file stand as <c>cell 1:n</c>, as a notebook has them.</summary>
    public string Message => Line().Replace(Program(), "cell 1:n");

    /// <summary>The program as a notebook's cell.</summary>
    public string Cell
    {
        get
        {
            var lines = Code.Split('\n')[2..^1];
            var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
            return Caught().Replace(
                string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : "")), "${end}");
        }
    }

    // return Error(() => x) is x in a cell, and return x.ToString() ends it with x.
    [GeneratedRegex(@"return (?:Error\(\(\) => (?<end>.*)\)|(?<end>.*)\.ToString\(\));$")]
    private static partial Regex Caught();

    [GeneratedRegex(@"Complaints\.cs:\d+")]
    private static partial Regex Line();
}
