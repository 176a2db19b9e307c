using NotebookGrad.Scenes;

namespace NotebookGrad.Tests.Scenes;

public class MarkupTests
{
    [Fact]
    public void Markup_is_escaped() =>
        Assert.Equal("&lt;b a=&quot;&#39;&quot;&gt; &amp;amp;", Markup.Escape("<b a=\"'\"> &amp;"));

    [Fact]
    public void What_XML_cannot_hold_is_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFD", Markup.Escape("a\0b\uD800c\uFFFE"));
}
