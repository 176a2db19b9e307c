namespace NotebookGrad.Tests;

/// <summary>What cannot be compiled is called as it is, and the report says why.</summary>
public class CompileFallbackTests
{
    private const int Calls = 16;

    [Fact]
    public void Numbers_that_are_read() => AssertNeverReplayed(
        "it reads numbers", x => x.Sum().Item<float>() > 7 ? x * 2 : x / 2);

    [Fact]
    public void But_not_of_what_follows_from_constants()
    {
        var f = Autograd.Compile((Tensor x) => x.RepeatInterleave(Tensor.Of([2L, 1]), 0) * Tensor.Ones([3]).Sum().Item<float>());
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal([15f, 15, 18], f.Call(Tensor.Of([5f, 6f])).ToArray<float>()));
        Assert.Equal(2, f.Report.Replays);
    }

    [Fact]
    public void Random_numbers()
    {
        var f = Autograd.Compile((Tensor x) => x * Tensor.Rand([3]));
        var seen = Enumerable.Range(0, Calls).Select(_ => f.Call(Tensor.Ones([3])).ToArray<float>()[0]).ToHashSet();
        Assert.Equal(Calls, seen.Count);
        AssertNoReplay("it draws random numbers", f.Report);
    }

    [Fact]
    public void Numbers_of_CSharp_that_change()
    {
        var (count, own) = (0, 0);
        AssertNeverReplayed("a number or an array that fill uses changes", x => x * ++count, x => x * ++own);
    }

    [Fact]
    public void Tensors_from_outside_that_are_others_in_each_call()
    {
        var (state, own) = (Tensor.Ones([2]), Tensor.Ones([2]));
        AssertNeverReplayed("uses another tensor", x => state = x * state, x => own = x * own);
    }

    [Fact]
    public void Arrays_that_change()
    {
        var (numbers, own) = (new float[] { 1, 2 }, new float[] { 1, 2 });
        AssertNeverReplayed(
            "a number or an array that write uses changes",
            x => x * Tensor.Of(numbers) * (numbers[0]++ * 0),
            x => x * Tensor.Of(own) * (own[0]++ * 0));
    }

    [Fact]
    public void Hooks_are_called_in_each_call()
    {
        var (w, calls) = (Tensor.Of(2f, requiresGrad: true), 0);
        var f = Autograd.Compile((Tensor x) =>
        {
            var y = w * x;
            y.RegisterHook(_ => Seen(ref calls));
            y.Sum().Backward();
            return y.Detach();
        });
        Assert.All(Enumerable.Range(0, Calls), _ => f.Call(Tensor.Ones([2])));
        Assert.Equal(Calls, calls);
        AssertNoReplay("a hook is called", f.Report);
    }

    [Fact]
    public void A_hook_that_comes_later_is_called()
    {
        var (w, calls) = (Tensor.Of(2f, requiresGrad: true), 0);
        var f = Autograd.Compile((Tensor x) => w * x);
        Assert.All(Enumerable.Range(0, 4), _ => f.Call(1f));
        w.RegisterHook(_ => Seen(ref calls));
        f.Call(1f).Backward();
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_backward_pass_that_fails_fails_when_it_is_asked_for()
    {
        var bad = Autograd.Function("bad", (_, x) => x[0] * 2, (FunctionContext _, Tensor _) => throw new FormatException("mine"));
        var x = Tensor.Of(1f, requiresGrad: true);
        var f = Autograd.Compile((Tensor x) => bad([x]));
        var values = Enumerable.Range(0, Calls).Select(_ => f.Call(x)).ToArray();
        Assert.All(values, value => Assert.Equal(2, value.Item<float>()));
        Assert.Throws<FormatException>(() => values[^1].Backward());
        AssertNoReplay("its backward pass fails: mine", f.Report);
    }

    [Fact]
    public void Modes_that_look_at_every_operation()
    {
        var f = Autograd.Compile((Tensor x) => x.Log());
        Assert.All(Enumerable.Range(0, 4), _ => f.Call(Tensor.Of(2f)));
        using (Autograd.DetectAnomaly())
        {
            Assert.Throws<AnomalyException>(() => f.Call(Tensor.Of(-1f)));
        }

        using (Autograd.InferenceMode())
        {
            var y = f.Call(Tensor.Of(2f));
            Assert.True(y.Storage.IsInference);
        }

        Assert.Equal(2, f.Report.Replays);
        Assert.Contains("called under Autograd.InferenceMode()", f.Report.Fallbacks.Keys);
    }

    [Fact]
    public void An_input_that_is_also_used_from_outside()
    {
        var x = Tensor.Of([1f, 2f]);
        var f = Autograd.Compile((Tensor y) => y * 10 + x);
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal([11f, 22], f.Call(x).ToArray<float>()));
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal([(10 * i) + 1f, 2], f.Call(Tensor.Of([i, 0f])).ToArray<float>()));
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal([11f, 22], f.Call(x).ToArray<float>()));
    }

    [Fact]
    public void Inputs_that_share_elements_and_are_changed()
    {
        static Tensor Swap(Tensor a, Tensor b)
        {
            a.Add_(b);
            b.Mul_(a);
            return a - b;
        }

        var f = Autograd.Compile((Func<Tensor, Tensor, Tensor>)Swap);
        for (var i = 0; i < 8; i++)
        {
            var (a, own) = (Tensor.Of([1f, 2f]), Tensor.Of([1f, 2f]));
            var (b, ownB) = i % 2 == 0 ? (a, own) : (Tensor.Of([3f, 4f]), Tensor.Of([3f, 4f]));
            Bits.AssertEqual(Swap(a, b), f.Call(own, ownB), "the value");
            Bits.AssertEqual(b, ownB, "the changed input");
        }

        Assert.Equal(4, f.Report.Replays);
    }

    [Fact]
    public void A_graph_from_outside()
    {
        var w = Tensor.Of(2f, requiresGrad: true);
        for (var i = 0; i < 4; i++)
        {
            var h = w * 3;
            var f = Autograd.Compile((Tensor x) => x * h);
            Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal(30, f.Call(5f).Item<float>()));
            AssertNoReplay("which was recorded outside; give it as an argument", f.Report);
        }
    }

    [Fact]
    public void What_is_no_tensor_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Autograd.Compile(() => (Tensor)null!).Call());
        Assert.Equal("compile: the function gave null; return a tensor", error.Message);
        Assert.Throws<ArgumentNullException>(() => Autograd.Compile((Tensor x) => x).Call(null!));
        Assert.Throws<ArgumentNullException>(() => Autograd.Compile((Func<Tensor>)null!));
    }

    private static Tensor? Seen(ref int calls)
    {
        calls++;
        return null;
    }

    private static void AssertNeverReplayed(
        string reason, Func<Tensor, Tensor> function, Func<Tensor, Tensor>? same = null)
    {
        var f = Autograd.Compile(same ?? function);
        for (var i = 0; i < Calls; i++)
        {
            var x = Tensor.Of([i, 1f]);
            Bits.AssertEqual(function(x), f.Call(x), $"call {i}");
        }

        AssertNoReplay(reason, f.Report);
    }

    private static void AssertNoReplay(string reason, CompilationReport report)
    {
        Assert.Equal(0, report.Replays);
        Assert.Contains(report.Fallbacks.Keys, known => known.Contains(reason));
        Assert.Contains(reason, report.ToString());
    }
}
