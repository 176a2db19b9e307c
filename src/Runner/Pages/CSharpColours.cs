using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookGrad.Runner.Kernels;

namespace NotebookGrad.Runner.Pages;

/// <summary>C# as HTML with a class for each kind of word: k, s, n, c, p, t, m.</summary>
internal static class CSharpColours
{
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, Submission.ParseOptions).GetRoot().DescendantTokens())
        {
            AddTrivia(html, token.LeadingTrivia);
            Add(html, Kind(token), token.Text);
            AddTrivia(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void AddTrivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            var kind = trivia.IsDirective ? 'p'
                : trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia ? ' '
                : trivia.Kind() is SyntaxKind.SkippedTokensTrivia ? ' '
                : 'c';
            Add(html, kind, trivia.ToFullString());
        }
    }

    private static void Add(StringBuilder html, char kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var escaped = Escape.Html(text);
        _ = kind == ' ' ? html.Append(escaped) : html.Append($"<span class=\"{kind}\">{escaped}</span>");
    }

    private static char Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => 'n',
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => 's',
        SyntaxKind.IdentifierToken => IdentifierKind(token),
        _ when token.IsKeyword() || token.IsContextualKeyword() => 'k',
        _ when token.Parent is InterpolatedStringExpressionSyntax or InterpolatedStringTextSyntax => 's',
        _ => ' ',
    };

    private static char IdentifierKind(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => 'k',
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or ConstructorDeclarationSyntax => 't',
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => 'm',
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => 'm',
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name => MemberKind(access, name),
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) && !IsOfUsing(name) => 't',
        _ => ' ',
    };

    /// <summary>A call's name; or, by its capital, the type whose member is meant.</summary>
    private static char MemberKind(MemberAccessExpressionSyntax access, SimpleNameSyntax name) =>
        access.Name == name ? (access.Parent is InvocationExpressionSyntax ? 'm' : ' ')
        : char.IsUpper(name.Identifier.Text.FirstOrDefault()) ? 't'
        : ' ';

    private static bool IsOfUsing(SyntaxNode name) => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;
}
