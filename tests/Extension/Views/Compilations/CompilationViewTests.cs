using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class CompilationViewTests
{
    [Fact]
    public void Plans_tell_what_is_done_together_and_calls_without_one_why() => Assert.Equal(
        """
        compiled: 12 calls · 9 done by a plan · 2 recorded
        (float32 [8]): 84 steps instead of 120 · 393,216 bytes of buffers instead of 2,359,296 bytes a call
          3   16  [64, 1024]  mul → tanh
          1  128  [512]       exp
        1 without a plan: it draws random numbers
        """,
        new CompilationView(Reports.Compiled(
            "(float32 [8])",
            "it draws random numbers",
            new FusedSteps(["mul", "tanh"], [64, 1024], 16, 3),
            new FusedSteps(["exp"], [512], 128, 1))).ToText());

    [Fact]
    public void Before_there_is_a_plan_the_view_says_when_there_will_be_one()
    {
        var compiled = Autograd.Compile((Tensor x) => x.Exp());
        compiled.Call(Tensor.Ones([3]));
        Assert.EndsWith("two calls running have to do the same.", compiled.Report.ToText());
    }

    [Fact]
    public void The_report_of_a_compiled_function_is_shown_as_it_stands()
    {
        var compiled = Autograd.Compile((Tensor x) => (x.Exp() * 2).Tanh());
        for (var call = 0; call < 5; call++)
        {
            compiled.Call(Tensor.Ones([100, 200]));
        }

        var text = compiled.Report.ToText();
        Assert.StartsWith("compiled: 5 calls · 3 done by a plan · 2 recorded", text);
        Assert.Contains("exp → mul → tanh", text);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var text = new CompilationView(Reports.Compiled(
            "()", null, [.. Enumerable.Range(1, 50).Select(i => new FusedSteps(["exp"], [i], 2, 1))])).ToText();
        Assert.Contains("and 10 more", text);
    }
}
