using System.Collections.Concurrent;

namespace NotebookGrad.Tests.Data;

public class DataLoaderTests
{
    // Far longer than anything here takes: who waits so long hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Dataset<int> Numbers = Datasets.Of(Enumerable.Range(0, 103).ToArray());

    [Theory]
    [InlineData(10, false, 11, 3)]
    [InlineData(10, true, 10, 10)]
    [InlineData(103, true, 1, 103)]
    [InlineData(200, false, 1, 103)]
    [InlineData(200, true, 0, 0)]
    public void Batches_are_counted_before_they_are_made(int size, bool dropLast, int count, int last)
    {
        var loader = new DataLoader(Numbers, size, dropLast: dropLast);
        var batches = loader.Select(batch => batch[0].ToArray<long>()).ToArray();
        Assert.Equal(count, loader.Count);
        Assert.Equal(count, batches.Length);
        Assert.Equal(last, batches.LastOrDefault()?.Length ?? 0);
        Assert.Equal(Enumerable.Range(0, batches.Sum(batch => batch.Length)).Select(i => (long)i), batches.SelectMany(i => i));
    }

    [Fact]
    public void An_epoch_reads_as_images_and_labels()
    {
        var data = new TensorDataset(Tensor.Zeros(5, 1, 8, 8), Tensor.Arange(5));
        var shapes = new List<string>();
        foreach (var (x, y) in new DataLoader(data, batchSize: 2))
        {
            shapes.Add($"{x.Shape} {y.Shape}");
        }

        Assert.Equal(["[2, 1, 8, 8] [2]", "[2, 1, 8, 8] [2]", "[1, 1, 8, 8] [1]"], shapes);
    }

    [Fact]
    public void It_tells_of_itself_without_beginning_an_epoch()
    {
        var (plain, shuffled) = (new DataLoader(Numbers, 10), new DataLoader(Numbers, 10, shuffle: true));
        Assert.Equal($"DataLoader: {Numbers.Count} items in {plain.Count} batches of 10", $"{plain}");
        Assert.Equal($"{plain}, shuffled", $"{shuffled}");
        Assert.Equal(0, shuffled.Epoch);
    }

    [Fact]
    public void Every_epoch_has_each_item_once_in_an_order_of_its_own()
    {
        var loader = new DataLoader(Numbers, 10, shuffle: true, seed: 1);
        var (first, second) = (Order(loader), Order(loader));
        Assert.NotEqual(first, second);
        Assert.Equal(Order(new DataLoader(Numbers, 10)), first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.Equal(2, loader.Epoch);
    }

    [Fact]
    public void The_same_seed_gives_the_same_orders_and_an_epoch_can_be_had_again()
    {
        var loader = new DataLoader(Numbers, 10, shuffle: true, seed: 1);
        var (first, second) = (Order(loader), Order(loader));
        var other = new DataLoader(Numbers, 7, shuffle: true, seed: 1, workers: 2) { Epoch = 1 };
        Assert.Equal(second, Order(other));
        other.Epoch = 0;
        Assert.Equal(first, Order(other));
        Assert.NotEqual(first, Order(new DataLoader(Numbers, 10, shuffle: true, seed: 2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void Workers_never_reorder(int workers)
    {
        // The earlier an item, the longer it takes.
        var slow = Numbers.Map(i =>
        {
            Thread.Sleep(i % 4 == 0 ? 4 : 0);
            return i;
        });
        Assert.Equal(Order(new DataLoader(Numbers, 4)), Order(new DataLoader(slow, 4, workers: workers)));
    }

    [Fact]
    public void What_items_draw_depends_on_seed_and_epoch_and_not_on_workers()
    {
        var noisy = Numbers.Map(i => Tensor.Rand(2) + i);
        float[] Draws(int workers, long seed, int epoch = 0) =>
            [.. new DataLoader(noisy, 10, shuffle: true, seed, workers: workers) { Epoch = epoch }
                .SelectMany(batch => batch[0].ToArray<float>())];

        var expected = Draws(0, 1);
        Assert.Equal(expected.Length, expected.Select(x => x - MathF.Floor(x)).Distinct().Count());
        Assert.Equal(expected, Draws(0, 1));
        Assert.Equal(expected, Draws(3, 1));
        Assert.NotEqual(expected.Order(), Draws(0, 1, epoch: 1).Order());
        Assert.NotEqual(expected.Order(), Draws(0, 2).Order());
    }

    [Fact]
    public void The_loop_that_a_batch_is_made_for_keeps_its_own_source_of_random_numbers()
    {
        var before = Generator.Default;
        foreach (var _ in new DataLoader(Numbers.Map(i => Tensor.Rand(2)), 50))
        {
            Assert.Same(before, Generator.Default);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_item_that_fails_does_so_at_its_turn_with_its_number(int workers)
    {
        var items = Numbers.Map(i => i == 41 ? throw new IOException("no such file") : i);
        var seen = 0;
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var batch in new DataLoader(items, 10, workers: workers))
            {
                seen += batch[0].Shape[0];
            }
        });
        Assert.Equal(40, seen);
        Assert.Equal("item 41 of MappedDataset of 103 items: no such file", error.Message);
        Assert.IsType<IOException>(error.InnerException);
    }

    [Fact]
    public void Workers_get_two_batches_ahead_and_one_that_they_hold()
    {
        const int workers = 2;
        var made = 0;
        using var enough = new SemaphoreSlim(0);
        var counted = Numbers.Map(i =>
        {
            Interlocked.Increment(ref made);
            enough.Release();
            return i;
        });
        using var batches = new DataLoader(counted, 1, workers: workers).GetEnumerator();
        Assert.Equal(0, made);
        Assert.True(batches.MoveNext());
        for (var i = 0; i < 1 + (2 * workers); i++)
        {
            Assert.True(enough.Wait(Patience));
        }

        Thread.Sleep(20);
        Assert.InRange(made, 1 + (2 * workers), 1 + (3 * workers));
    }

    [Fact]
    public void Nobody_works_after_a_loop_was_left()
    {
        var threads = new ConcurrentDictionary<Thread, bool>();
        var items = Numbers.Map(i =>
        {
            threads[Thread.CurrentThread] = true;
            return i;
        });
        foreach (var _ in new DataLoader(items, 2, workers: 3))
        {
            break;
        }

        Assert.NotEmpty(threads);
        Assert.DoesNotContain(Thread.CurrentThread, threads.Keys);
        Assert.All(threads.Keys, thread => Assert.False(thread.IsAlive));
    }

    [Fact]
    public void Workers_begin_with_the_loop_and_inherit_its_mode()
    {
        var codes = Tensor.Ones(4, requiresGrad: true);
        var loader = new DataLoader(new TensorDataset(codes), 2, workers: 1);
        Assert.All(loader, batch => Assert.True(batch[0].RequiresGrad));
        using (Autograd.NoGrad())
        {
            Assert.All(loader, batch => Assert.False(batch[0].RequiresGrad));
        }
    }

    [Fact]
    public void A_compiled_function_leaves_a_loader_alone()
    {
        var loader = new DataLoader(new TensorDataset(Tensor.Ones(4)), 2);
        var total = Autograd.Compile(x =>
        {
            foreach (var batch in loader)
            {
                x = x + batch[0].Sum();
            }

            return x;
        });
        Assert.Equal(4, total.Call(Tensor.Of(0f)).Item<float>());
        Assert.Contains("goes through a data loader", total.Report.ToString());
    }

    [Theory]
    [InlineData(0, 0, "data loader: batches of 0 items by 0 workers; give a batch 1 item or more, and 0 workers or more")]
    [InlineData(8, -1, "data loader: batches of 8 items by -1 workers; give a batch 1 item or more, and 0 workers or more")]
    public void A_loader_that_cannot_be_is_refused(int size, int workers, string message) => Assert.Equal(
        message, Assert.Throws<ArgumentException>(() => new DataLoader(Numbers, size, workers: workers)).Message);

    [Fact]
    public void A_loader_of_nothing_is_refused() =>
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => new DataLoader(null!, 4)).ParamName);

    [Fact]
    public void No_items_are_no_batches() => Assert.Empty(new DataLoader(Numbers[..0], 4, shuffle: true, workers: 2));

    private static long[] Order(DataLoader loader) => [.. loader.SelectMany(batch => batch[0].ToArray<long>())];
}
