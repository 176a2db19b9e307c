using NotebookGrad.Layouts;

namespace NotebookGrad.Tests.Layouts;

public class NetworkSimplexTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_ranks_of_a_small_graph_make_its_edges_shorter(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 7);
        var (from, to, weights) = Connected(random, count, extra: random.Next(0, 6));
        int[] lengths = [.. from.Select(_ => 1)];
        var ranks = LongestPath(count, from, to, lengths);
        NetworkSimplex.Improve(from, to, lengths, weights, new bool[from.Length], ranks, exchanges: 1000);
        Assert.All(from.Index(), edge => Assert.True(ranks[edge.Item] < ranks[to[edge.Index]]));
        Assert.Equal(Shortest(count, from, to, weights), Length(from, to, weights, ranks));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_dual_solution_proves_large_ranks_the_best(int seed)
    {
        // Ranks are optimal if and only if moving any set of nodes that tight edges allow does not pay. The closures
        // of single nodes are such sets: each with all that tight edges drag along.
        var random = new Random(seed);
        const int count = 60;
        var (from, to, weights) = Connected(random, count, extra: 60);
        int[] lengths = [.. from.Select(_ => random.Next(4))];
        var ranks = LongestPath(count, from, to, lengths);
        NetworkSimplex.Improve(from, to, lengths, weights, new bool[from.Length], ranks, exchanges: 100_000);
        for (var node = 0; node < count; node++)
        {
            foreach (var step in new[] { 1, -1 })
            {
                var moved = Dragged(node, step, from, to, lengths, ranks);
                Assert.All(from.Index(), edge => Assert.True(
                    moved[to[edge.Index]] - moved[edge.Item] >= lengths[edge.Index]));
                Assert.True(Length(from, to, weights, moved) >= Length(from, to, weights, ranks));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_ranks_of_a_small_graph_strain_its_elastic_edges_less(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 7);
        var (from, to, weights) = Connected(random, count, extra: random.Next(0, 8));
        bool[] isElastic = [.. weights.Select(weight => weight > 0 && random.Next(3) > 0)];
        int[] lengths = [.. isElastic.Select(elastic => elastic ? random.Next(-1, 2) : random.Next(2))];
        var ranks = LongestPath(count, from, to, [.. lengths.Select(length => Math.Max(length, 0))]);
        NetworkSimplex.Improve(from, to, lengths, weights, isElastic, ranks, exchanges: 1000);
        Assert.True(IsFeasible(ranks));
        Assert.Equal(Ranks(count).Where(IsFeasible).Min(Strain), Strain(ranks));

        bool IsFeasible(int[] ranks) => from.Index()
            .All(edge => isElastic[edge.Index] || ranks[to[edge.Index]] - ranks[edge.Item] >= lengths[edge.Index]);

        long Strain(int[] ranks) => from
            .Select((node, edge) => weights[edge] * Math.Abs(ranks[to[edge]] - ranks[node] - lengths[edge]))
            .Sum();
    }

    private static (int[] From, int[] To, long[] Weights) Connected(Random random, int count, int extra)
    {
        var pairs = Enumerable.Range(1, count - 1).Select(node => (From: random.Next(node), To: node)).ToList();
        for (var edge = 0; edge < extra; edge++)
        {
            var to = random.Next(1, count);
            pairs.Add((random.Next(to), to));
        }

        return (
            [.. pairs.Select(pair => pair.From)],
            [.. pairs.Select(pair => pair.To)],
            [.. pairs.Select(_ => (long)random.Next(0, 5))]);
    }

    private static int[] LongestPath(int count, int[] from, int[] to, int[] lengths)
    {
        var ranks = new int[count];
        for (var round = 0; round < count; round++)
        {
            for (var edge = 0; edge < from.Length; edge++)
            {
                ranks[to[edge]] = Math.Max(ranks[to[edge]], ranks[from[edge]] + lengths[edge]);
            }
        }

        return ranks;
    }

    private static long Length(int[] from, int[] to, long[] weights, int[] ranks) =>
        from.Select((node, edge) => weights[edge] * (ranks[to[edge]] - ranks[node])).Sum();

    /// <summary>The least length over all ranks below the count of nodes.</summary>
    private static long Shortest(int count, int[] from, int[] to, long[] weights) => Ranks(count)
        .Where(ranks => !from.Where((node, edge) => ranks[node] >= ranks[to[edge]]).Any())
        .Min(ranks => Length(from, to, weights, ranks));

    /// <summary>All ranks from 0 to the count of nodes; the same array each time.</summary>
    private static IEnumerable<int[]> Ranks(int count)
    {
        var ranks = new int[count];
        for (var code = 0; code < (int)Math.Pow(count, count); code++)
        {
            for (var (node, rest) = (0, code); node < count; node++, rest /= count)
            {
                ranks[node] = rest % count;
            }

            yield return ranks;
        }
    }

    private static int[] Dragged(int start, int step, int[] from, int[] to, int[] lengths, int[] ranks)
    {
        var moved = (int[])ranks.Clone();
        moved[start] += step;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var edge = 0; edge < from.Length; edge++)
            {
                if (moved[to[edge]] - moved[from[edge]] < lengths[edge])
                {
                    moved[step > 0 ? to[edge] : from[edge]] += step;
                    changed = true;
                }
            }
        }

        return moved;
    }
}
