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
    [InlineData("02-digits.ipynb", "02-digits.html")]
    [InlineData("../more/a.dib#part", "../more/a.html#part")]
    [InlineData("data/README.md", "data/README.md")]
    [InlineData("https://example.org/a.ipynb", "https://example.org/a.ipynb")]
    public void On_a_page_links_to_notebooks_lead_to_their_pages(string written, string led) =>
        Assert.Contains($"<a href=\"{led}\">b</a>", MarkdownText.ToPage($"see [b]({written})"));

    [Theory]
    [InlineData("text\n\n## The `code` *of* $x$\n\n# Later", "The code of x")]
    [InlineData("```\n# comment\n```", null)]
    [InlineData("Setext\n======", "Setext")]
    public void The_first_heading_is_the_title(string markdown, string? title) =>
        Assert.Equal(title, MarkdownText.FirstHeading(markdown));
}
