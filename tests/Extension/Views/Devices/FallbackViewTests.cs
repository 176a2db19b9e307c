using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class FallbackViewTests
{
    private const string Remedy =
        """
        No device does decompositions of matrices, Poisson draws, MultilabelMarginLoss or SaveAsFloat16.
        Within Device.Strict() they are errors that name the operand; x.To(Device.Cpu) brings it over once for several; Device.ClearFallbacks() begins to count anew.
        """;

    [Fact]
    public void Each_operation_tells_where_how_often_and_what_came_over() => Assert.Equal(
        $"""
        fallbacks: 123 times by the processor · 503,324,544 bytes came over
          linalg.svd      cuda:0    120  503,316,480 bytes
          linalg.slogdet  cuda:0      1           64 bytes
          poisson         opencl:0    2        8,000 bytes
        The processor did these, because the device cannot: operands came over, and results went back.
        {Remedy}
        """,
        new FallbackView(Machines.Fallbacks).ToText());

    [Fact]
    public void Where_there_were_none_a_sentence_says_so() => Assert.Equal(
        $"""
        fallbacks: none
        Every operation ran where its operands lie. What lies on the processor is never counted.
        {Remedy}
        """,
        new FallbackReport([]).ToText());

    [Fact]
    public void A_screen_reader_is_told_by_a_heading_a_column()
    {
        var html = new FallbackView(Machines.Fallbacks).ToHtml();
        Assert.Contains("aria-label=\"fallbacks: 123 times by the processor · 503,324,544 bytes came over\"", html);
        Assert.Equal(4, html.Split("<th scope=\"col\"").Length - 1);
        Assert.DoesNotContain("<table", new FallbackView(new([])).ToHtml());
    }

    [Fact]
    public void A_long_list_is_cut_and_says_how_much_is_left()
    {
        var entries = Enumerable.Range(0, 65).Select(i => new FallbackEntry($"operation {i}", "cuda:0", 2, 10));
        Assert.Contains("  5 more                10  50 bytes", new FallbackView(new([.. entries])).ToText());
    }
}
