using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

/// <summary>What nodes keep: packed by hooks, on disk, in 16 bits, or computed again.</summary>
[Collection("random seed")]
public class SavedTensorTests
{
    private static readonly Tensor W1 = Tensor.Randn([16, 300], dtype: DType.Float64, requiresGrad: true);
    private static readonly Tensor W2 = Tensor.Randn([300, 16], dtype: DType.Float64, requiresGrad: true);
    private static readonly Tensor X = Tensor.Randn([64, 16], dtype: DType.Float64, requiresGrad: true);

    private static Tensor Block(Tensor x) => x.MatMul(W1 * 0.2).Tanh().MatMul(W2 * 0.2).Sigmoid();

    private static double[][] Gradients(Tensor loss) => [.. Autograd.Grad(loss, [X, W1, W2]).Select(g => g.ToArray<double>())];

    [Fact]
    public void Hooks_see_what_is_kept_and_gradients_do_not_change()
    {
        var (packs, unpacks) = (0, 0);
        var expected = Gradients(Block(X).Sum());
        Tensor loss;
        using (Autograd.SavedTensorHooks(
            tensor =>
            {
                Assert.False(tensor.RequiresGrad || Autograd.IsRecording);
                packs++;
                return (tensor.Shape, tensor.ToArray<double>());
            },
            packed =>
            {
                unpacks++;
                return Tensor.Of(packed.Item2).Reshape(packed.Shape.ToArray());
            }))
        {
            loss = Block(X).Sum();
        }

        Assert.Equal(8, packs); // both factors of each matmul, 0.2 of each product, the results of tanh and sigmoid
        Assert.Equal(expected, Gradients(loss));
        Assert.True(unpacks >= packs);
    }

    [Fact]
    public void Packed_tensors_are_part_of_the_graph_for_a_second_derivative()
    {
        double[] Second()
        {
            var x = Tensor.Of([0.3, -0.7], requiresGrad: true);
            var first = Autograd.Grad((x.Tanh() * x).Pow(2).Sum(), [x], createGraph: true)[0];
            return Autograd.Grad(first.Sum(), [x])[0].ToArray<double>();
        }

        var expected = Second();
        using (Autograd.SavedTensorHooks(tensor => tensor.ToArray<double>(), values => values.Length == 1 ? Tensor.Of(values[0]) : Tensor.Of(values)))
        {
            Assert.Equal(expected, Second());
        }
    }

    [Fact]
    public void A_pack_that_changes_its_tensor_is_refused_and_an_unpack_of_another_shape_too()
    {
        var x = Tensor.Of([1.0, 2.0], requiresGrad: true);
        using (Autograd.SavedTensorHooks(tensor => tensor.Add_(1), tensor => tensor))
        {
            Assert.Throws<InvalidOperationException>(() => x.Tanh());
        }

        using (Autograd.SavedTensorHooks(tensor => tensor, tensor => tensor[..1]))
        {
            Assert.Throws<InvalidOperationException>(() => x.Tanh().Sum().Backward());
        }

        Assert.Null(x.Grad);
    }

    [Fact]
    public void On_disk_nothing_is_kept_in_memory_and_files_go_with_the_graph()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nbgrad-saved-{Guid.NewGuid():N}");
        try
        {
            var expected = Gradients(Block(X).Sum());
            Tensor loss;
            using (Autograd.SaveOnDisk(folder))
            {
                loss = Block(X).Sum();
            }

            Assert.Equal(4, Directory.GetFiles(folder).Length); // two scaled weights and two activations
            Assert.Equal((X.ToArray<double>().Length + 2) * 8, Memory.Ledger(loss).SavedBytes); // X and twice 0.2
            Assert.Equal(expected, Gradients(loss));
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void In_16_bits_a_quarter_is_kept_and_gradients_are_that_much_coarser()
    {
        var (plain, loss) = (Block(X).Sum(), Block(X).Sum());
        using (Autograd.SaveAsFloat16())
        {
            loss = Block(X).Sum();
        }

        long Leaves(MemoryLedger ledger) => ledger.SavedBytes - X.ToArray<double>().Length * 8;
        Assert.Equal(Leaves(Memory.Ledger(plain)), 4 * Leaves(Memory.Ledger(loss)));
        foreach (var (expected, found) in Gradients(plain).Zip(Gradients(loss)))
        {
            var error = expected.Zip(found, (a, b) => Math.Abs(a - b)).Max() / expected.Max(Math.Abs);
            Assert.InRange(error, 1e-9, 1e-2);
        }

        var x = Tensor.Of([1e6, 2.0], requiresGrad: true);
        using (Autograd.SaveAsFloat16())
        {
            (x * 1).Pow(2).Sum().Backward(); // 1e6 does not fit, and is kept as it is
        }

        Assert.Equal([2e6, 4.0], x.Grad.ToArray<double>());
    }

    [Fact]
    public void A_checkpoint_keeps_less_and_gives_the_same_gradients_also_of_captured_parameters()
    {
        var plain = Block(Block(X)).Sum();
        var loss = Autograd.Checkpoint(x => Block(Block(x)), X).Sum();
        Assert.Equal(Operations(plain), Operations(loss));
        Assert.Equal(plain.Item<double>(), loss.Item<double>());
        Assert.InRange(Memory.Ledger(loss).SavedBytes, 0, Memory.Ledger(plain).SavedBytes / 20);
        Assert.Equal(Gradients(plain), Gradients(loss));
    }

    [Fact]
    public void The_ledger_counts_what_went_into_each_checkpoint_until_it_is_freed()
    {
        var x = Tensor.Zeros(1000, requiresGrad: true, dtype: DType.Float64);
        var y = x;
        for (var i = 0; i < 3; i++)
        {
            y = Autograd.Checkpoint(z => z.Sin().Exp().Tanh(), y);
        }

        Assert.Equal(3 * 8000, Memory.Ledger(y).SavedBytes);
        y.Sum().Backward();
        Assert.Equal(0, Memory.Ledger(y).SavedBytes);
    }

    [Fact]
    public void What_was_computed_again_is_dropped_and_can_be_computed_once_more()
    {
        var calls = 0;
        var loss = Autograd.Checkpoint(
            x =>
            {
                calls++;
                return Block(x);
            },
            X).Sum();
        var before = Memory.Ledger(loss).SavedBytes;
        var first = Autograd.Grad(loss, [W2], retainGraph: true)[0];
        Assert.Equal(2, calls);
        Assert.Equal(before, Memory.Ledger(loss).SavedBytes);
        Assert.Equal(first.ToArray<double>(), Autograd.Grad(loss, [W2])[0].ToArray<double>());
        Assert.Equal(3, calls);
    }

    [Fact]
    public void A_checkpoint_draws_the_same_random_numbers_again_and_leaves_those_of_others_alone()
    {
        static Tensor Noisy(Tensor x) => x.Tanh() * Tensor.Rand(x.Shape, dtype: x.DType) * Tensor.Randn(x.Shape, dtype: x.DType);
        var x = X; // drawn when it is first looked at, which must not be between the seeds
        Tensor.Seed(7);
        var expected = Autograd.Grad(Noisy(Noisy(x * 2)).Sum(), [x])[0].ToArray<double>();
        var next = Tensor.Rand(3).ToArray<float>();
        Tensor.Seed(7);
        var found = Autograd.Grad(Autograd.Checkpoint(y => Noisy(Autograd.Checkpoint(Noisy, y)), x * 2).Sum(), [x])[0].ToArray<double>();
        Assert.Equal(expected, found);
        Assert.Equal(next, Tensor.Rand(3).ToArray<float>());
    }

    [Fact]
    public void A_checkpoint_can_be_differentiated_twice_and_forward_and_inside_another()
    {
        static Tensor Cubed(Tensor[] x) => (x[0].Tanh() * x[1].Exp() * x[1].Exp()).Pow(3);
        var (a, b) = (Tensor.Of([0.3, -0.7], requiresGrad: true), Tensor.Of([0.2, 0.5], requiresGrad: true));
        double[][] All(Func<Tensor[], Tensor> function)
        {
            var first = Autograd.Grad(function([a, b * 2]).Sum(), [a, b], createGraph: true);
            var second = Autograd.Grad(first[0].Sum() + first[1].Pow(2).Sum(), [a, b]);
            var pushed = Autograd.Jvp(function([a, b * 2]), [a], [Tensor.Of([1.0, 2.0])]);
            return [.. first.Concat(second).Append(pushed).Select(x => x.ToArray<double>())];
        }

        var expected = All(Cubed);
        Assert.Equal(expected, All(x => Autograd.Checkpoint(Cubed, x)));
        Assert.Equal(expected, All(x => Autograd.Checkpoint(y => Autograd.Checkpoint(Cubed, y), x)));
    }

    [Fact]
    public void A_checkpoint_whose_input_or_way_has_changed_says_so()
    {
        var w = Tensor.Of([1.0, 2.0], requiresGrad: true);
        var data = Tensor.Of([3.0, 4.0]).Named("data");
        var loss = Autograd.Checkpoint(x => x[0].Tanh() * x[1], w, data).Sum();
        data.Add_(1);
        Assert.Contains("checkpoint: its input data [2] was changed in place", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message);

        var calls = 0;
        loss = Autograd.Checkpoint(x => calls++ == 0 ? x.Tanh().Tanh() : x.Tanh(), w).Sum();
        Assert.Contains("checkpoint: the function did other operations", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message);
        Assert.Null(w.Grad);
    }

    private static IEnumerable<string?> Operations(Tensor root) => root.Graph().Nodes.Select(node => node.Operation);
}
