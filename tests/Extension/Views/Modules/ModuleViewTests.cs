using NotebookGrad.Nn;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ModuleViewTests
{
    [Fact]
    public void A_module_is_shown_without_being_called() => Assert.Equal(
        """
        Sequential: 26 parameters · 104 bytes
          Sequential
            0: Linear  3 → 4  16
            1: Relu
            2: Linear  4 → 2  10
        """.ReplaceLineEndings("\n"),
        ViewOf.Thing(new Sequential(new Linear(3, 4), new Relu(), new Linear(4, 2))).ToText().Replace('\u00a0', ' '));

    [Fact]
    public void A_large_network_takes_bounded_room()
    {
        var net = new Sequential([.. Enumerable.Range(0, 2_000).Select(_ => new Linear(1, 1))]);
        var html = ViewOf.Thing(net.Summary(Tensor.Ones([1, 1]))).ToHtml();
        Assert.InRange(html.Length, 1_000, 60_000);
        Assert.Contains("1,921 more parts", html);
    }
}
