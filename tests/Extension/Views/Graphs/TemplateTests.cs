using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class TemplateTests
{
    [Theory]
    [InlineData("{0}·{1}", "(a + b)·x")]
    [InlineData("tanh({0})", "tanh(a + b)")]
    [InlineData("max({0}, {1})", "max(a + b, x)")]
    [InlineData("1 − {y}²", "1 − y²")]
    [InlineData("2·{0}", "2·(a + b)")]
    [InlineData("{0}", "a + b")]
    [InlineData("{", "{")]
    [InlineData("{z} {}", "{z} {}")]
    public void Compound_pieces_get_the_brackets_they_need(string template, string expected) => Assert.Equal(
        expected,
        Template.Fill(template, number => number == 0 ? Term.Formula("a + b") : Term.Name("x"), Term.Name("y")));

    [Theory]
    [InlineData("2·x", "2·x")]
    [InlineData("1 − y²", "(1 − y²)")]
    [InlineData("−1", "(−1)")]
    [InlineData("y·(1 − y)", "y·(1 − y)")]
    [InlineData("1.2e-7", "1.2e-7")]
    public void A_sum_needs_brackets_as_a_factor(string text, string expected) =>
        Assert.Equal(expected, Term.Name(text).AsFactor);
}
