using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookGrad.Runner.Kernels;

/// <summary>A piece of C# as the compiler gets it.</summary>
internal static class Submission
{
    /// <summary>The symbol by which a script knows that it is run by this tool.</summary>
    private const string Symbol = "NBGRAD";

    /// <summary>How the compiler will read the text, for those who read it before.</summary>
    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default
        .WithKind(SourceCodeKind.Script)
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithPreprocessorSymbols(Symbol);

    /// <summary>The text with the tool's symbol defined and the lines numbered as in the cell.</summary>
    public static string Text(string code, string name, int firstLine) =>
        $"#define {Symbol}\n#line {firstLine} \"{name}\"\n{code}";

    /// <summary>Whether the script ends in an expression that has a value: one without a semicolon.</summary>
    public static bool HasValue(Script script)
    {
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last(tree => tree.FilePath == script.Options.FilePath);
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax
            {
                Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement,
            }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is { } type
            && type.SpecialType != SpecialType.System_Void;
    }

    /// <summary>Whether there is anything to compile: a token, or a directive that loads something.</summary>
    public static bool IsBlank(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, ParseOptions).GetRoot();
        return root.Span.Length == 0
            && !root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.LoadDirectiveTrivia));
    }
}
