namespace NotebookGrad.Tests;

/// <summary>When a compiled function is replayed and when called, and that nobody can tell by the numbers.</summary>
public class CompileTests
{
    [Fact]
    public void Two_calls_are_recorded_and_the_others_replayed()
    {
        var calls = 0;
        var f = Autograd.Compile((Tensor x) =>
        {
            calls++;
            return (x * 2).Tanh();
        });
        for (var i = 0; i < 10; i++)
        {
            var x = Tensor.Of([i, 0.5f, -i]);
            Bits.AssertEqual((x * 2).Tanh(), f.Call(x), $"call {i}");
        }

        Assert.Equal(2, calls);
        Assert.Equal((10L, 8L, 2L), (f.Report.Calls, f.Report.Replays, f.Report.Traces));
        Assert.Equal("10 calls: 8 replayed, 2 recorded\n(float32 [3]): 2 steps of 3; 12 bytes of buffers, eager 28", f.ToString());
    }

    [Fact]
    public void Each_kind_of_inputs_has_a_plan_of_its_own_and_there_are_at_most_eight()
    {
        var f = Autograd.Compile((Tensor x, Tensor y) => (x * y).Sum());
        for (var i = 0; i < 30; i++)
        {
            var (x, y) = (Tensor.Full([1 + (i % 10)], 0.5f + i), Tensor.Of(3f));
            Bits.AssertEqual((x * y).Sum(), f.Call(x, y), $"call {i}");
        }

        Assert.Equal(8, f.Report.Plans.Count);
        Assert.Equal((8L, 16L), (f.Report.Replays, f.Report.Traces));
        Assert.Equal(6, f.Report.Fallbacks["inputs of more than 8 kinds; give them equal shapes and layouts"]);
    }

    [Fact]
    public void A_view_that_lies_otherwise_another_dtype_and_NoGrad_are_other_kinds()
    {
        var w = Tensor.Of(2f, requiresGrad: true);
        var f = Autograd.Compile((Tensor x) => x.Exp() * w);
        var x = Tensor.Rand([3, 3]);
        for (var i = 0; i < 3; i++)
        {
            foreach (var one in new[] { x, x.T, x.To(DType.Float64), x.Clone().RequiresGrad_() })
            {
                Bits.AssertEqual(one.Exp() * w, f.Call(one), "the value");
                Assert.True(f.Call(one).RequiresGrad);
                using (Autograd.NoGrad())
                {
                    Bits.AssertEqual(one.Exp() * w, f.Call(one), "the value under NoGrad");
                    Assert.False(f.Call(one).RequiresGrad);
                }
            }
        }

        Assert.Equal(8, f.Report.Plans.Count);
    }

    [Fact]
    public void Tensors_from_outside_are_read_as_they_are_in_each_call()
    {
        var w = Tensor.Of([1f, 2f]);
        var f = Autograd.Compile((Tensor x) => x * w);
        for (var i = 0; i < 5; i++)
        {
            w.Mul_(3);
            Bits.AssertEqual(w * 5, f.Call(Tensor.Of([5f, 5f])), $"call {i}");
        }

        Assert.Equal(3, f.Report.Replays);
    }

    [Fact]
    public void What_comes_out_is_the_callers_to_keep()
    {
        var w = Tensor.Of(2f, requiresGrad: true);
        var ones = Autograd.Compile((Tensor x) => Tensor.Ones([2]));
        var step = Autograd.Compile((Tensor x) =>
        {
            w.Grad = null;
            var loss = w * x;
            loss.Backward();
            return loss;
        });
        var (losses, gradients) = (new List<float>(), new List<Tensor>());
        var kept = new List<Tensor>();
        for (var i = 0; i < 5; i++)
        {
            kept.Add(step.Call(Tensor.Of((float)i)));
            gradients.Add(w.Grad!);
            Assert.Equal([1f, 1f], ones.Call(w.Detach()).ToArray<float>());
            ones.Call(w.Detach()).Mul_(7);
        }

        Assert.Equal([0f, 2, 4, 6, 8], kept.Select(loss => loss.Item<float>()));
        Assert.Equal([0f, 1, 2, 3, 4], gradients.Select(gradient => gradient.Item<float>()));
        Assert.Equal(3, step.Report.Replays);
    }

    [Fact]
    public void Inputs_and_tensors_from_outside_come_back_as_themselves()
    {
        var w = Tensor.Of(2f, requiresGrad: true);
        var (same, outside) = (Autograd.Compile((Tensor x) => x), Autograd.Compile(() => w));
        for (var i = 0; i < 4; i++)
        {
            var x = Tensor.Of(1f, requiresGrad: true) * 3;
            Assert.Same(x, same.Call(x));
            Assert.Same(w, outside.Call());
        }
    }

    [Fact]
    public void A_result_may_show_the_elements_of_an_input()
    {
        var (detached, turned) = (Autograd.Compile((Tensor x) => x.Detach()), Autograd.Compile((Tensor x) => x.T));
        for (var i = 0; i < 5; i++)
        {
            var x = Tensor.Full([2, 3], (float)i).RequiresGrad_();
            Assert.Same(x.Storage, detached.Call(x).Storage);
            Assert.False(detached.Call(x).RequiresGrad);
            Bits.AssertEqual(x.T, turned.Call(x), "the transposed input");
            Assert.Same(x.Storage, turned.Call(x).Storage);
        }

        Assert.Contains("its result is a view of what lies outside; return x.Clone()", turned.Report.Fallbacks.Keys);
    }

    [Fact]
    public void An_input_may_be_a_leaf_that_gets_its_gradient_inside()
    {
        var f = Autograd.Compile((Tensor x) =>
        {
            var loss = (x * x * x).Sum();
            loss.Backward();
            return loss;
        });
        for (var i = 0; i < 5; i++)
        {
            var x = Tensor.Of([i, 2.0], requiresGrad: true);
            f.Call(x);
            Assert.Equal([3.0 * i * i, 12], x.Grad!.ToArray<double>());
        }

        Assert.Equal(3, f.Report.Replays);
    }

    [Fact]
    public void Gradients_add_up_as_they_do_without()
    {
        var (w, own) = (Tensor.Of(2f, requiresGrad: true), Tensor.Of(2f, requiresGrad: true));
        Func<Tensor> Step(Tensor w) => () =>
        {
            var loss = w.Exp();
            loss.Backward();
            return loss;
        };
        var (eager, compiled) = (Step(w), Autograd.Compile(Step(own)));
        for (var i = 0; i < 12; i++)
        {
            if (i == 6)
            {
                (w.Grad, own.Grad) = (null, null);
            }

            Bits.AssertEqual(eager(), compiled.Call(), "the loss");
            Bits.AssertEqual(w.Grad, own.Grad, $"the sum of gradients after {i + 1}");
        }

        Assert.True(compiled.Report.Replays >= 4);
        Assert.Contains("the .Grad that it adds to, or reads, is not the one that it was", compiled.Report.Fallbacks.Keys);
    }

    [Fact]
    public void A_parameter_that_is_frozen_or_thawed_is_noticed()
    {
        var (a, b) = (Tensor.Of(2f, requiresGrad: true), Tensor.Of(3f, requiresGrad: true));
        var f = Autograd.Compile(() => a * b);
        for (var i = 0; i < 12; i++)
        {
            b.RequiresGrad = i / 4 % 2 == 0;
            a.Grad = null;
            f.Call().Backward();
            Assert.Equal(3, a.Grad!.Item<float>());
            Assert.Equal(b.RequiresGrad ? 2 * ((i % 4) + 1) : null, b.Grad?.Item<float>());
        }

        Assert.True(f.Report.Replays >= 4);
    }

    [Fact]
    public void An_error_inside_leaves_nothing_broken()
    {
        var fails = true;
        var f = Autograd.Compile((Tensor x) => fails ? throw new FormatException("mine") : x * 2);
        Assert.Throws<FormatException>(() => f.Call(1f));
        Assert.Equal(4, (Tensor.Of(2f) * 2).Item<float>());
        fails = false;
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(2 * i, f.Call(i).Item<long>()));

        var classes = Autograd.Compile((Tensor scores, Tensor labels) => Functional.CrossEntropy(scores, labels));
        var scores = Tensor.Rand([2, 3]);
        for (var i = 0; i < 4; i++)
        {
            var labels = Tensor.Of([0L, 2]);
            Bits.AssertEqual(Functional.CrossEntropy(scores, labels), classes.Call(scores, labels), "the loss");
            var error = Assert.Throws<ArgumentException>(() => classes.Call(scores, Tensor.Of([0L, 3])));
            Assert.Contains("label 3 at [1]", error.Message);
        }

        Assert.Equal(5, classes.Report.Replays);
    }

    [Fact]
    public void Positions_may_be_others_in_each_call_and_are_checked_in_each()
    {
        var table = Tensor.Of(new[,] { { 1f, 2 }, { 3f, 4 }, { 5f, 6 } }, requiresGrad: true).Named("table");
        Tensor Rows(Tensor chosen) =>
            (Functional.Embedding(chosen, table, paddingIdx: 1) * table[chosen - 2]).Sum();
        var f = Autograd.Compile((Func<Tensor, Tensor>)Rows);
        foreach (var rows in new long[][] { [0, 1], [2, 2], [1, 0], [0, 2], [2, 1] })
        {
            var chosen = Tensor.Of(rows);
            var expected = Autograd.Grad(Rows(chosen), [table])[0];
            Bits.AssertEqual(Rows(chosen), f.Call(chosen), "the value");
            Bits.AssertEqual(expected, Autograd.Grad(f.Call(chosen.Clone()), [table])[0], "the gradient");
        }

        var stray = Assert.Throws<ArgumentException>(() => f.Call(Tensor.Of(new long[] { 0, 3 })));
        Assert.Contains("embedding: table [3, 2]", stray.Message);
        Assert.Contains("position 3 is out of bounds for axis 0, which has length 3", stray.Message);
        Assert.Equal(2 * ((1 * 3) + (2 * 4)), f.Call(Tensor.Of(new long[] { 0, 0 })).Item<float>());
        Assert.Empty(f.Report.Fallbacks);
        Assert.True(f.Report.Replays >= 8);
    }

    [Fact]
    public void Two_threads_may_call_it()
    {
        var w = Tensor.Rand([64, 64]).RequiresGrad_();
        var f = Autograd.Compile((Tensor x) => x.MatMul(w).Tanh().MatMul(w).Sum());
        var inputs = Enumerable.Range(0, 4).Select(i => Tensor.Full([8, 64], 0.01f * i)).ToArray();
        var expected = Array.ConvertAll(inputs, x => (Value: x.MatMul(w).Tanh().MatMul(w).Sum(), Gradient: (Tensor)null!));
        for (var i = 0; i < inputs.Length; i++)
        {
            expected[i].Gradient = Autograd.Grad(expected[i].Value, [w])[0];
        }

        Parallel.For(0, 400, i =>
        {
            var value = f.Call(inputs[i % 4]);
            Bits.AssertEqual(expected[i % 4].Value, value, "the value");
            Bits.AssertEqual(expected[i % 4].Gradient, Autograd.Grad(value, [w])[0], "the gradient");
        });
        Assert.True(f.Report.Replays >= 380);
    }

    [Fact]
    public void A_compiled_function_in_another_becomes_part_of_it()
    {
        var inner = Autograd.Compile((Tensor x) => x.Tanh() * 2);
        var outer = Autograd.Compile((Tensor x) => inner.Call(x) + 1);
        var x = Tensor.Of([1f, 2f]);
        Assert.All(Enumerable.Range(0, 4), _ => Bits.AssertEqual((x.Tanh() * 2) + 1, outer.Call(x), "the value"));
        Assert.Equal((0L, 2L), (inner.Report.Calls, outer.Report.Replays));
    }

    [Fact]
    public void Retained_gradients_and_second_derivatives_may_be_taken_inside()
    {
        var w = Tensor.Of([0.5, -1.5], requiresGrad: true);
        Tensor Retained(Tensor x)
        {
            var y = w * x;
            y.RetainGrad();
            (y.Exp() * y).Sum().Backward();
            w.Grad = null;
            return y.Grad!;
        }

        Tensor Curvature(Tensor x)
        {
            var slope = Autograd.Grad((w * x).Tanh().Sum(), [w], createGraph: true)[0];
            return Autograd.Grad(slope.Square().Sum(), [w])[0];
        }

        foreach (var function in new[] { Retained, Curvature, x => Autograd.Hessian(v => (v * w).Exp().Sum(), x) })
        {
            var compiled = Autograd.Compile(function);
            for (var i = 0; i < 4; i++)
            {
                var x = Tensor.Of([i, 0.25]);
                Bits.AssertEqual(function(x), compiled.Call(x), $"call {i}");
            }

            Assert.Equal(2, compiled.Report.Replays);
        }
    }

    [Fact]
    public void Ten_thousand_operations_are_compiled()
    {
        var x = Tensor.Of(0.01f, requiresGrad: true);
        Tensor Chain(Tensor y)
        {
            for (var i = 0; i < 10_000; i++)
            {
                y = y.Tanh();
            }

            return y;
        }

        var compiled = Autograd.Compile((Tensor y) => Chain(y));
        for (var i = 0; i < 3; i++)
        {
            var (expected, actual) = (Chain(x), compiled.Call(x));
            Bits.AssertEqual(expected, actual, "the end");
            Bits.AssertEqual(Autograd.Grad(expected, [x])[0], Autograd.Grad(actual, [x])[0], "the gradient");
        }

        Assert.Equal(1, compiled.Report.Replays);
    }
}
