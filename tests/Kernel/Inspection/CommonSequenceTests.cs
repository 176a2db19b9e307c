using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class CommonSequenceTests
{
    [Fact]
    public void It_is_common_ascending_and_as_long_as_the_table_of_all_prefixes_says()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var (a, b) = (Sequence(random), Sequence(random));
            var pairs = CommonSequence.Of(a, b);
            Assert.All(pairs, pair => Assert.Equal(a[pair.Before], b[pair.After]));
            Assert.All(pairs.Zip(pairs.Skip(1)), next => Assert.True(
                next.First.Before < next.Second.Before && next.First.After < next.Second.After));
            Assert.Equal(Longest(a, b), pairs.Count);
        }
    }

    [Fact]
    public void What_shares_next_to_nothing_is_not_aligned() => Assert.Empty(CommonSequence.Of(
        [.. Enumerable.Range(0, 3000)], [.. Enumerable.Range(3000, 3000)]));

    private static int[] Sequence(Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => random.Next(1 + random.Next(6)))];

    private static int Longest(int[] a, int[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                lengths[i + 1, j + 1] = a[i] == b[j] ? lengths[i, j] + 1 : Math.Max(lengths[i, j + 1], lengths[i + 1, j]);
            }
        }

        return lengths[a.Length, b.Length];
    }
}
