using System.Net;
using System.Text.RegularExpressions;
using NotebookGrad.Runner.Pages;

namespace NotebookGrad.Runner.Tests.Pages;

public class CSharpColoursTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData("// a < b", "<span class=\"c\">// a &lt; b</span>")]
    [InlineData("\"<\"", "<span class=\"s\">&quot;&lt;&quot;</span>")]
    [InlineData("F(a)", "<span class=\"m\">F</span>(a)")]
    [InlineData("new Tensor()", "<span class=\"k\">new</span> <span class=\"t\">Tensor</span>()")]
    [InlineData("#r \"nuget: X\"", "<span class=\"p\">#r &quot;nuget: X&quot;</span>")]
    public void Words_have_the_class_of_their_kind(string code, string html) =>
        Assert.Equal(html, CSharpColours.ToHtml(code));

    [Theory]
    [InlineData("$\"{x:0.0} {{}}\" + @\"\\\" + \"\"\"a \" b\"\"\" + 'c' + \"u\"u8")]
    [InlineData("if (a < b && c > d) { /* not closed")]
    [InlineData("#!time\n#if X\nhidden\n#endif\n\tx.Y<Z>(await q)  \n\n")]
    [InlineData("class ) broken ( 'x \"y\n§ <script>")]
    public void No_letter_is_lost(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Regex.Replace(CSharpColours.ToHtml(code), "</?span[^>]*>", "")));
}
