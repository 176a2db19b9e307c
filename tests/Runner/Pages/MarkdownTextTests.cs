using NotebookGrad.Runner.Pages;

namespace NotebookGrad.Runner.Tests.Pages;

public class MarkdownTextTests
{
    [Fact]
    public void Tables_and_formulas_are_kept()
    {
        Assert.Contains("<table>", MarkdownText.ToHtml("| a |\n|---|\n| 1 |"));
        Assert.Contains("<span class=\"math\">a_1 &lt; b_1</span>", MarkdownText.ToHtml("so $a_1 < b_1$ and"));
        Assert.Contains("<div class=\"math\">x^2\n</div>", MarkdownText.ToHtml("$$\nx^2\n$$"));
    }

    [Theory]
    [InlineData("text\n\n## The `code` *of* $x$\n\n# Later", "The code of x")]
    [InlineData("```\n# comment\n```", null)]
    [InlineData("Setext\n======", "Setext")]
    public void The_first_heading_is_the_title(string markdown, string? title) =>
        Assert.Equal(title, MarkdownText.FirstHeading(markdown));
}
