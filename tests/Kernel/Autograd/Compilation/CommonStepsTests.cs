using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests;

/// <summary>What a compiled function does once, though it says so twice; and what only looks the same.</summary>
public class CommonStepsTests
{
    [Fact]
    public void The_same_call_on_the_same_elements_is_done_once()
    {
        var steps = StepsOf(x => x.Exp().Sum() + x.Exp().Sum());
        Assert.Equal(StepsOf(x => x.Exp().Sum() + 1), steps);
    }

    [Fact]
    public void So_are_the_calls_that_follow_from_it_and_from_the_same_numbers() =>
        Assert.Equal(StepsOf(x => (x * 3).Exp().Sum() + 1), StepsOf(x => (x * 3).Exp().Sum() + (x * 3).Exp().Sum()));

    [Fact]
    public void Calls_that_differ_in_a_number_a_view_or_a_type_are_not()
    {
        var one = StepsOf(x => (x * 3)[1..] + 1);
        Assert.True(StepsOf(x => (x * 3)[1..] + (x * 4)[1..]) > one);
        Assert.True(StepsOf(x => x[1..].Exp() * x[..^1].Exp()) > StepsOf(x => x[1..].Exp() * 2));
        Assert.True(StepsOf(x => x.To(DType.Float64).Sum() + x.To(DType.Int64).Sum())
            > StepsOf(x => x.To(DType.Float64).Sum() + 1));
    }

    [Fact]
    public void What_changed_in_between_is_read_anew()
    {
        var (mean, same) = (Numbers(5), Numbers(5));
        Tensor Step(Tensor x, Tensor mean)
        {
            var before = mean.Exp();
            mean.Mul_(0.5).Add_(x);
            return before * mean.Exp();
        }

        var compiled = Autograd.Compile((Tensor x) => Step(x, mean));
        for (var call = 0; call < 4; call++)
        {
            Bits.AssertEqual(Step(Numbers(5), same), compiled.Call(Numbers(5)), "the product");
        }

        Assert.Equal(2, compiled.Report.Replays);
        Bits.AssertEqual(same, mean, "the mean");
    }

    [Fact]
    public void What_an_optimiser_changes_is_read_anew()
    {
        var (w, v, other, same) = (Weight(), Weight(), Weight(), Weight());
        var (optimizer, eager) = (new Adam([w, v], 0.1), new Adam([same, other], 0.1));
        Tensor Step(Tensor w, Adam optimizer)
        {
            optimizer.ZeroGrad();
            var before = w.Exp().Sum();
            before.Backward();
            optimizer.Step();
            return before.Detach() - w.Detach().Exp().Sum();
        }

        (v.Grad, other.Grad) = (null, null);
        Step(w, optimizer);
        Step(same, eager);
        var compiled = Autograd.Compile((Tensor x) => Step(w, optimizer) * x);
        for (var call = 0; call < 4; call++)
        {
            Bits.AssertEqual(Step(same, eager) * Tensor.Ones(1), compiled.Call(Tensor.Ones(1)), "the difference");
        }

        Assert.Equal(2, compiled.Report.Replays);

        static Tensor Weight() => Numbers(5).RequiresGrad_();
    }

    [Fact]
    public void What_is_changed_afterwards_is_made_by_itself()
    {
        static Tensor Function(Tensor x)
        {
            var (one, other) = (x.Exp(), x.Exp());
            one.Add_(1);
            return one * other;
        }

        AssertSameBits(Function);
    }

    [Fact]
    public void What_is_handed_out_is_made_by_itself()
    {
        var (p, q) = (Tensor.Ones(4).RequiresGrad_(), Tensor.Ones(4).RequiresGrad_());
        var compiled = Autograd.Compile((Tensor x) =>
        {
            (p.Grad, q.Grad) = (null, null);
            ((p * x).Sum() + (q * x).Sum()).Backward();
            return x * 2;
        });
        for (var call = 0; call < 4; call++)
        {
            compiled.Call(Numbers(4));
            p.Grad!.Zero_();
            Bits.AssertEqual(Numbers(4), q.Grad, "the other gradient");
        }

        Assert.Equal(2, compiled.Report.Replays);
    }

    [Fact]
    public void What_is_large_is_made_again_rather_than_kept()
    {
        static Tensor Twice(Tensor x) => x.Exp().Sum() + x.Exp().Square().Sum();
        Assert.Equal(StepsOf(Twice, 1000) + 1, StepsOf(Twice, 2000));
    }

    [Fact]
    public void A_backward_pass_that_comes_later_makes_its_own()
    {
        var x = Numbers(6).RequiresGrad_();
        var compiled = Autograd.Compile((Tensor x) => x.Exp().Sum());
        for (var call = 0; call < 4; call++)
        {
            x.Grad = null;
            var y = compiled.Call(x);
            y.Backward();
            Bits.AssertEqual(x.Detach().Exp(), x.Grad, "the gradient");
        }
    }

    [Fact]
    public void Steps_that_can_be_one_are_brought_together_on_a_device()
    {
        var backend = new FusingBackend();
        var x = Matrix(backend);
        static Tensor Function(Tensor x) => (x * 2).MatMul(x.T).Sum() + (x + 1).MatMul(x.T).Sum();
        var compiled = Autograd.Compile(Function);
        for (var call = 0; call < 4; call++)
        {
            Bits.AssertEqual(Function(x), compiled.Call(x), "the sum");
        }

        Assert.Contains("mul → add over [3, 4] as one", compiled.Report.ToString());
        Assert.Equal(2, backend.Runs);
    }

    [Fact]
    public void Steps_are_brought_past_nothing_that_touches_their_elements()
    {
        var backend = new FusingBackend();
        var (mean, same) = (Matrix(backend), Matrix(backend));
        static Tensor Function(Tensor x, Tensor mean)
        {
            var before = (mean * 2).MatMul(x.T).Sum();
            var between = mean.MatMul(x.T).Sum();
            mean.Add_(x);
            return before + between + mean.Sum();
        }

        var compiled = Autograd.Compile((Tensor x) => Function(x, mean));
        var x = Matrix(backend);
        for (var call = 0; call < 4; call++)
        {
            Bits.AssertEqual(Function(x, same), compiled.Call(x), "the sum");
        }

        Bits.AssertEqual(same, mean, "the mean");
        Assert.Equal(2, compiled.Report.Replays);
    }

    private static Tensor Matrix(FusingBackend backend) => Numbers(12).Reshape(3, 4).To(new Device(backend));

    private static void AssertSameBits(Func<Tensor, Tensor> function)
    {
        var compiled = Autograd.Compile(function);
        for (var call = 0; call < 4; call++)
        {
            Bits.AssertEqual(function(Numbers(5)), compiled.Call(Numbers(5)), "the value");
        }

        Assert.True(compiled.Report.Replays > 0, compiled.Report.ToString());
    }

    private static int StepsOf(Func<Tensor, Tensor> function, int count = 5)
    {
        var compiled = Autograd.Compile(function);
        for (var call = 0; call < 3; call++)
        {
            Bits.AssertEqual(function(Numbers(count)), compiled.Call(Numbers(count)), "the value");
        }

        return Assert.Single(compiled.Report.Plans).Steps;
    }

    private static Tensor Numbers(int count) =>
        Tensor.Of([.. Enumerable.Range(0, count).Select(i => MathF.Sin(i + 1))]);
}
