using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Kernels;

/// <summary>Describes failures in terms of the cell's own text.</summary>
internal static partial class ScriptErrors
{
    /// <summary>Describes what stopped the code that is called <paramref name="name"/>.</summary>
    public static ErrorOutput Describe(Exception failure, string name) => failure switch
    {
        CompilationErrorException errors => Describe(errors, name),
        ThrownInCellException { InnerException: { } thrown } => DescribeThrown(thrown, name),
        CellFailureException cell => new ErrorOutput(cell.Name, cell.Message, [cell.Message], cell.Line),
        _ => DescribeThrown(failure, name),
    };

    private static ErrorOutput DescribeThrown(Exception thrown, string name) =>
        new(thrown.GetType().Name, thrown.Message, Trace(thrown), LineIn(thrown, name));

    private static ErrorOutput Describe(CompilationErrorException failure, string name)
    {
        var errors = failure.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).ToList();
        var places = errors.Select(error => error.Location.GetMappedLineSpan()).ToList();
        var trace = errors.Zip(places).SelectMany(item => Describe(item.First, item.Second)).ToArray();
        var message = string.Join("\n", errors.Select(error => $"{error.Id}: {error.GetMessage()}"));
        int? line = places.FindIndex(place => place.Path == name) is var index and >= 0
            ? places[index].StartLinePosition.Line + 1
            : null;
        return new ErrorOutput("CompilationError", message, trace, line);
    }

    private static IEnumerable<string> Describe(Diagnostic error, FileLinePositionSpan place)
    {
        var (line, column) = (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
        yield return $"{place.Path}({line},{column}): {error.Id}: {error.GetMessage()}";
        if (error.Location.SourceTree is { } tree)
        {
            var text = tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString();
            yield return $"    {text}";
            yield return $"    {new string(' ', column - 1)}^";
        }
    }

    /// <summary>The exception's own text, without what the script engine adds below the cell.</summary>
    private static string[] Trace(Exception failure) =>
    [
        .. failure.ToString().ReplaceLineEndings("\n").Split('\n')
            .Where(line => !line.Contains(" Microsoft.CodeAnalysis.Scripting.", StringComparison.Ordinal))
            .Reverse()
            .SkipWhile(line => line.StartsWith("--- End of stack trace", StringComparison.Ordinal))
            .Reverse()
            .Select(line => TopLevel().Replace(line, "at top level"))
            .Select(line => Owner().Replace(line, "")),
    ];

    private static int? LineIn(Exception failure, string name) => new StackTrace(failure, fNeedFileInfo: true)
        .GetFrames()
        .Where(frame => frame.GetFileName() == name)
        .Select(frame => (int?)frame.GetFileLineNumber())
        .FirstOrDefault();

    [GeneratedRegex(@"at Submission#\d+\.<<Initialize>>d__\d+\.MoveNext\(\)")]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"Submission#\d+\.")]
    private static partial Regex Owner();
}
