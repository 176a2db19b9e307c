namespace NotebookGrad.Tests.Data;

public class DatasetTests
{
    private static readonly TensorDataset Rows = new(Tensor.Arange(20).Reshape(10, 2), Tensor.Arange(10) * 100);

    private static readonly Dictionary<string, Func<object?>> Misuses = new()
    {
        { "tensordataset: there are no tensors to take rows of; give one or more", () => new TensorDataset() },
        { "tensordataset: x [] has no axis to take rows from", () => new TensorDataset(Tensor.Of(1f).Named("x")) },
        {
            "tensordataset: x [3, 2] and y [2] have 3 and 2 rows; give each item its row in every tensor",
            () => new TensorDataset(Tensor.Zeros(3, 2).Named("x"), Tensor.Zeros(2).Named("y"))
        },
        { "there is no item 10 in TensorDataset of 10 items; they count from 0 to 9", () => Rows[10] },
        { "there is no item -1 in TensorDataset of 10 items; they count from 0 to 9", () => Rows.Batch(0, -1) },
        { "there is no item 12 in TensorDataset of 10 items; they count from 0 to 9", () => Rows.Subset(1, 12) },
        {
            "slice: TensorDataset of 10 items has no 6 items from 5 on; count from 0 to 10", () => Rows[5..11]
        },
        {
            "split: 11 items of TensorDataset of 10 items; give a count from 0 to 10, or a share such as 0.8",
            () => Rows.Split(11)
        },
        {
            "split: a share of 1.5 of TensorDataset of 10 items; give one from 0 to 1, or a count as a whole number",
            () => Rows.Split(1.5)
        },
        {
            "2 tensors do not go into 3 variables: they are [2], []; take as many, or index the array",
            () => { var (_, _, _) = Rows[0]; return null; }
        },
        { "batch: there are no items to put together; ask for one or more", () => Datasets.Of<int>([]).All() },
        {
            "batch: an item has String where a tensor or number belongs; Map the items to tuples of tensors and "
            + "numbers, or Collate them with a function that makes tensors",
            () => Datasets.Of<(int, string)>([(1, "a")]).Batch(0)
        },
        {
            "batch: item 1 is ([2], []), item 0 is ([1], []); Map the items to one form, or Collate them with a "
            + "function that pads",
            () => Datasets.Of<(Tensor, int)>([(Tensor.Zeros(1), 0), (Tensor.Zeros(2), 1)]).Batch(1, 0)
        },
    };

    public static TheoryData<string> Messages => new(Misuses.Keys);

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_misuse_is_told_with_values_and_remedy(string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(Misuses[message]).Message);

    [Fact]
    public void An_item_of_tensors_is_a_row_of_each()
    {
        var (x, y) = Rows[3];
        Assert.Equal([6L, 7], x.ToArray<long>());
        Assert.Equal(300, y.Item<long>());
        Assert.Equal(900, Rows[^1][1].Item<long>());
    }

    [Fact]
    public void A_batch_of_tensors_has_the_rows_asked_for_and_does_not_share_memory()
    {
        var source = Tensor.Arange(6, dtype: DType.Float32).Reshape(3, 2);
        var batch = new TensorDataset(source).Batch(2, 0, 2)[0];
        Assert.Equal([4f, 5, 0, 1, 4, 5], batch.ToArray<float>());
        batch.Zero_();
        Assert.Equal(4, source[2, 0].Item<float>());
    }

    [Fact]
    public void Batches_pass_gradients_to_what_they_are_rows_of()
    {
        var codes = Tensor.Ones(3, 2, requiresGrad: true);
        new TensorDataset(codes).Batch(1, 1)[0].Sum().Backward();
        Assert.Equal([0f, 0, 2, 2, 0, 0], codes.Grad.ToArray<float>());
    }

    [Fact]
    public void Items_are_those_of_a_list_mapped_cut_picked_and_joined()
    {
        var letters = Datasets.Of(["a", "b", "c", "d"]);
        Assert.Equal(["A", "B", "C", "D"], Items(letters.Map(letter => letter.ToUpperInvariant())));
        Assert.Equal(["c", "d"], Items(letters[2..]));
        Assert.Equal(["d", "a", "d"], Items(letters.Subset(3, 0, 3)));
        Assert.Equal(["b", "a", "b", "c", "d"], Items(letters.Subset(1).Concat(letters)));
        Assert.Equal(["c"], Items(letters[1..].Subset(2, 1)[1..]));
        Assert.Empty(Items(letters[4..]));
    }

    [Fact]
    public void A_batch_of_a_part_is_one_of_the_whole()
    {
        var (x, y) = Rows[4..].Subset(5, 1).Batch(1, 0);
        Assert.Equal([10L, 11, 18, 19], x.ToArray<long>());
        Assert.Equal([500L, 900], y.ToArray<long>());
    }

    [Fact]
    public void Tuples_of_tensors_and_numbers_become_one_tensor_a_place()
    {
        var items = Datasets.Of([0, 1, 2]).Map(i => (Tensor.Full([2], i + 0.5f), i, i > 0, (0.25 * i, (byte)i)));
        var batch = items.Batch(2, 1);
        Assert.Equal([2.5f, 2.5f, 1.5f, 1.5f], batch[0].ToArray<float>());
        Assert.Equal([2, 2], batch[0].Shape.ToArray());
        Assert.Equal([2L, 1], batch[1].ToArray<long>());
        Assert.Equal([true, true], batch[2].ToArray<bool>());
        Assert.Equal([0.5, 0.25], batch[3].ToArray<double>());
        Assert.Equal([2L, 1], batch[4].ToArray<long>());
    }

    [Fact]
    public void An_array_of_tensors_is_an_item_as_a_tuple_is()
    {
        var (x, y) = Rows.Map(row => (Tensor[])[row[0] * 2, row[1]]).Batch(1);
        Assert.Equal([4L, 6], x.ToArray<long>());
        Assert.Equal([100L], y.ToArray<long>());
    }

    [Fact]
    public void A_function_of_ones_own_collates()
    {
        var words = Datasets.Of<long[]>([[1, 2, 3], [4]]).Collate(items =>
            [Tensor.Stack([.. items.Select(item => Tensor.Of([.. item, .. new long[3 - item.Length]]))])]);
        Assert.Equal([4L, 0, 0, 1, 2, 3], words.Subset(1, 0).All()[0].ToArray<long>());
        Assert.Equal([4L], words[1]);
    }

    [Fact]
    public void A_split_has_every_item_once_in_the_order_of_its_seed()
    {
        var numbers = Datasets.Of(Enumerable.Range(0, 100).ToArray());
        var (train, test) = numbers.Split(0.8, seed: 7);
        Assert.Equal((80, 20), (train.Count, test.Count));
        Assert.Equal(Enumerable.Range(0, 100), Items(train).Concat(Items(test)).Order());
        Assert.NotEqual(Items(train), Items(train).Order());

        Assert.Equal(Items(test), Items(numbers.Split(80, seed: 7).Test));
        Assert.NotEqual(Items(test), Items(numbers.Split(80, seed: 8).Test));
        Assert.Equal((100, 0), (numbers.Split(1.0).Train.Count, numbers.Split(1.0).Test.Count));
    }

    [Fact]
    public void Items_of_ones_own_need_a_count_and_a_function()
    {
        var (x, y) = new Squares().All();
        Assert.Equal([0f, 1, 2, 3, 4], x.ToArray<float>());
        Assert.Equal([0L, 1, 4, 9, 16], y.ToArray<long>());
        Assert.Equal("Squares of 5 items", new Squares().ToString());
    }

    [Fact]
    public void An_item_that_fails_is_named_with_its_number()
    {
        var items = Datasets.Of([4, 2, 0, 1]).Map(i => 8 / i);
        var error = Assert.Throws<InvalidOperationException>(() => items[1..].Batch(2, 1));
        Assert.Equal("item 2 of MappedDataset of 4 items: Attempted to divide by zero.", error.Message);
        Assert.IsType<DivideByZeroException>(error.InnerException);
    }

    private static IEnumerable<T> Items<T>(Dataset<T> dataset) =>
        Enumerable.Range(0, dataset.Count).Select(index => dataset[index]);

    private sealed class Squares : Dataset<(float, long)>
    {
        public override int Count => 5;

        protected override (float, long) ItemAt(int index) => (index, index * index);
    }
}
