using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookGrad.Runner.Packages;

namespace NotebookGrad.Runner.Kernels;

/// <summary>What a piece of C# asks of the notebook's host before it is compiled.</summary>
/// <param name="Code">The code with the lines of these directives left empty.</param>
/// <param name="Packages">The packages of <c>#r "nuget: …"</c>.</param>
/// <param name="Sources">The package sources of <c>#i "nuget: …"</c>.</param>
/// <param name="Assemblies">The files of <c>#r "….dll"</c>, as written.</param>
/// <param name="Magics">Magic commands, which only .NET Interactive knows.</param>
/// <param name="Line">The line of the first directive within the code, counted from one.</param>
internal sealed partial record CellDirectives(
    string Code,
    IReadOnlyList<PackageRequest> Packages,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> Magics,
    int Line)
{
    /// <summary>Finds the directives as the compiler does, so that one inside a string or a comment is none.</summary>
    public static CellDirectives Parse(string code)
    {
        var directives = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions).GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsDirective);
        var packages = new List<PackageRequest>();
        var sources = new List<string>();
        var assemblies = new List<string>();
        var magics = new List<string>();
        var line = 0;
        var rest = code.ToCharArray();
        foreach (var directive in directives)
        {
            var text = directive.ToString().Trim();
            if (NuGet().Match(text) is { Success: true } match)
            {
                var argument = match.Groups["argument"].Value.Trim();
                if (match.Groups["kind"].Value == "r")
                {
                    packages.Add(PackageRequest.Parse(argument));
                }
                else
                {
                    sources.Add(argument);
                }
            }
            else if (directive.GetStructure() is ReferenceDirectiveTriviaSyntax { File.ValueText: var file }
                && IsFile(file))
            {
                assemblies.Add(file);
            }
            else if (text.StartsWith("#!", StringComparison.Ordinal))
            {
                magics.Add(text);
            }
            else
            {
                continue;
            }

            line = line == 0 ? 1 + code.AsSpan(0, directive.SpanStart).Count('\n') : line;
            Blank(rest, directive.Span);
        }

        return new CellDirectives(new string(rest), packages, sources, assemblies, magics, line);
    }

    /// <summary>A bare name, such as <c>System.Xml</c>, is left to the compiler.</summary>
    private static bool IsFile(string reference) =>
        Path.GetExtension(reference).ToLowerInvariant() is ".dll" or ".exe"
        || reference.AsSpan().IndexOfAny('/', '\\') >= 0;

    private static void Blank(char[] code, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        foreach (ref var letter in code.AsSpan(span.Start, span.Length))
        {
            letter = letter == '\n' ? '\n' : ' ';
        }
    }

    [GeneratedRegex("""^#(?<kind>[ri])\s+"nuget:(?<argument>[^"]*)"\s*;?""")]
    private static partial Regex NuGet();
}
