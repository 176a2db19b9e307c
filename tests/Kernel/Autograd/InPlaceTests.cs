using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

/// <summary>What a change in place means for the graph; the numbers are in the operation table.</summary>
public class InPlaceTests
{
    [Fact]
    public void Compound_assignment_changes_the_tensor_itself()
    {
        var w = Tensor.Of([1f, 2f], requiresGrad: true);
        (w * w).Sum().Backward();
        var (same, view) = (w, w.Detach());
        using (Autograd.NoGrad())
        {
            w -= 0.5f * w.Grad;
        }

        Assert.Same(same, w);
        Assert.True(w is { IsLeaf: true, RequiresGrad: true });
        Assert.Equal([0f, 0f], view.ToArray<float>());
        Assert.Equal(1, w.Storage.Version);
    }

    [Fact]
    public void A_running_total_of_losses_has_all_their_gradients()
    {
        var w = Tensor.Of(3.0, requiresGrad: true);
        Tensor total = 0.0;
        for (var i = 1; i <= 3; i++)
        {
            total += i * w;
        }

        total.Backward();
        Assert.Equal((18, 6), (total.Item<double>(), w.Grad.Item<double>()));
    }

    [Fact]
    public void A_number_on_the_right_keeps_the_dtype()
    {
        var x = Tensor.Of([4f, 9f]);
        x += 1;
        x *= 2.0;
        x /= 2;
        x -= 1f;
        Assert.Equal(DType.Float32, x.DType);
        Assert.Equal([4f, 9f], x.ToArray<float>());
    }

    [Fact]
    public void Part_of_a_tensor_can_be_changed_by_compound_assignment_and_keeps_its_gradient()
    {
        var w = Tensor.Of([2.0, 3.0], requiresGrad: true);
        var y = Tensor.Ones([2, 2], dtype: DType.Float64);
        y[0] *= w;
        y[0] *= w;
        y[.., 1] -= 1;
        y[y > 3] /= 2;
        Assert.Equal([2, 4, 1, 0], y.ToArray<double>());
        y.Sum().Backward();
        Assert.Equal([2, 3], w.Grad.ToArray<double>());
    }

    [Fact]
    public void A_view_made_before_anything_required_a_gradient_follows()
    {
        var w = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var y = Tensor.Zeros(2, 2, dtype: DType.Float64);
        var (row, other) = (y[0], y[1]);
        row.Copy_(w);
        Assert.True(y.RequiresGrad && row.RequiresGrad && other.RequiresGrad);
        Assert.Equal(("copy_", "as_strided"), (y.GradFn.OperationName, row.GradFn.OperationName));
        (y.Sum() + (2 * row).Sum() + other.Sum()).Backward();
        Assert.Equal([3, 3], w.Grad.ToArray<double>());
    }

    [Fact]
    public void A_detached_tensor_has_a_history_of_its_own()
    {
        var w = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var y = w * 1;
        var detached = y.Detach();
        detached.Mul_(w);
        Assert.Equal([1, 4], y.ToArray<double>());
        y.Sum().Backward();
        Assert.Equal([1, 1], w.Grad.ToArray<double>());
        detached.Sum().Backward();
        Assert.Equal([2, 3], w.Grad.ToArray<double>());
    }

    [Fact]
    public void A_view_of_a_tensor_that_became_a_leaf_later_cannot_change_it()
    {
        var x = Tensor.Ones(3);
        var view = x[0];
        x.RequiresGrad = true;
        Assert.Throws<InvalidOperationException>(() => view.Mul_(2));
        using (Autograd.NoGrad())
        {
            view.Mul_(2);
        }

        Assert.Equal([2f, 1f, 1f], x.ToArray<float>());
    }

    [Fact]
    public void An_operation_may_overwrite_what_it_needs_itself()
    {
        var w = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var y = w * 2;
        y.Mul_(w);
        y.Sum().Backward();
        Assert.Equal([4, 8], w.Grad.ToArray<double>());
    }

    [Fact]
    public void But_not_what_another_one_needs()
    {
        var x = Tensor.Of([0.0], requiresGrad: true).Named("x");
        var y = x.Exp().Named("y");
        y[..].Add_(1);
        var error = Assert.Throws<InvalidOperationException>(() => y.Sum().Backward());
        Assert.Matches(
            @"^backward of exp → y \[1\].*: it needs y \[1\], which was changed in place by add_.* after exp had used "
            + @"it \(version 1, expected 0\)\.",
            error.Message);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Versions_count_in_every_mode_and_are_shared()
    {
        var x = Tensor.Zeros(4, requiresGrad: true);
        using (Autograd.NoGrad())
        {
            x[..2].Add_(1);
            x.Detach().Reshape(2, 2).Zero_();
        }

        Assert.Equal(2, x.Storage.Version);
    }

    [Fact]
    public void A_result_is_converted_within_real_numbers_as_in_PyTorch()
    {
        var x = Tensor.Ones(2).Add_(Tensor.Ones(2, dtype: DType.Float64));
        Assert.Equal(DType.Float32, x.DType);
        Assert.Equal([1L, -1L], Tensor.Zeros(2, dtype: DType.Int64).Copy_(Tensor.Of([1.7, -1.5])).ToArray<long>());
        Assert.Equal([3L, 4L], Tensor.Of([2, 3]).Add_(Tensor.Of([true, true])).ToArray<long>());
    }

    [Fact]
    public void A_graph_shows_each_value_as_it_was_or_not_at_all()
    {
        var w = Tensor.Of(2.0, requiresGrad: true).Named("w");
        var y = (w * 3).Named("y");
        y.Add_(w);
        var nodes = y.Graph().Nodes;
        Assert.Equal(("mul", 6.0), (nodes[^2].Operation, nodes[^2].Value!.First[0]));
        Assert.Equal(("add_", "add_", 8.0), (nodes[^1].Operation, nodes[^1].Notation!.Symbol, nodes[^1].Value!.First[0]));
        Assert.Equal("y", nodes[^1].Name);

        using (Autograd.NoGrad())
        {
            y.Mul_(100);
        }

        Assert.Equal(8.0, y.Graph().Nodes[^1].Value!.First[0]);
        var z = w * 5;
        using (Autograd.NoGrad())
        {
            z.Zero_();
        }

        Assert.Null(z.Graph().Nodes[^1].Value);
    }

    [Fact]
    public void A_constant_that_has_changed_is_another_constant()
    {
        var w = Tensor.Of(2.0, requiresGrad: true);
        var x = Tensor.Of(3.0);
        var before = w * x;
        x += 1;
        var after = w * x;
        Assert.Equal([4.0], after.Graph().Nodes.Where(node => node.Kind == GraphNodeKind.Constant).Select(node => node.Value!.First[0]));
        Assert.Null(before.Graph().Nodes.Single(node => node.Kind == GraphNodeKind.Constant).Value);
    }

    [Fact]
    public void A_large_tensor_changes_in_place_as_a_small_one_does()
    {
        var w = Tensor.Randn([3000], requiresGrad: true, dtype: DType.Float64);
        var y = Tensor.Zeros([2, 3000], dtype: DType.Float64);
        var row = y[0];
        row.Copy_(w);
        y.Mul_(y.Clone());
        row.Sum().Backward();
        Assert.Equal(w.ToArray<double>().Select(v => 2 * v), w.Grad.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
