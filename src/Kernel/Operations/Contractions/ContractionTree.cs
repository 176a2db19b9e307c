using System.Numerics;

namespace NotebookGrad.Operations;

/// <summary>
/// In which order the operands of an einsum are multiplied, two at a time: a leaf is an operand, a branch the
/// contraction of two parts to some letters.
/// </summary>
internal sealed record ContractionTree(
    string Letters, int Operand, ContractionTree? Left = null, ContractionTree? Right = null)
{
    // 3⁸ pairs of parts are looked at in no time; for more operands the choice is made step by step.
    private const int ExactOperands = 8;

    /// <summary>An order with as few multiplications as can be found.</summary>
    public static ContractionTree Of(string[] terms, string result, IReadOnlyDictionary<char, int> lengths)
    {
        ContractionTree[] leaves = [.. terms.Select((letters, operand) => new ContractionTree(letters, operand))];
        return terms.Length <= ExactOperands ? Exact(leaves, result, lengths) : Greedy(leaves, result, lengths);
    }

    /// <summary>The fewest multiplications, by dynamic programming over the sets of operands.</summary>
    private static ContractionTree Exact(
        ContractionTree[] leaves, string result, IReadOnlyDictionary<char, int> lengths)
    {
        var all = (1 << leaves.Length) - 1;
        var best = new (ContractionTree Tree, double Cost)[all + 1];
        for (var set = 1; set <= all; set++)
        {
            if (BitOperations.IsPow2(set))
            {
                best[set] = (leaves[BitOperations.Log2((uint)set)], 0);
                continue;
            }

            var outside = leaves.Where((_, operand) => (set & (1 << operand)) == 0).Select(leaf => leaf.Letters);
            var wanted = set == all ? null : string.Concat(outside) + result;
            best[set].Cost = double.PositiveInfinity;

            // Parts with the first operand come first, so that of equal orders the one from the left is taken.
            for (var part = (set - 1) & set; part > 0; part = (part - 1) & set)
            {
                var ((left, leftCost), (right, rightCost)) = (best[set & ~part], best[part]);
                var cost = leftCost + rightCost + Count(left.Letters.Union(right.Letters), lengths);
                if (cost < best[set].Cost && (set & -set & part) == 0)
                {
                    best[set] = (Join(left, right, wanted, result), cost);
                }
            }
        }

        return best[all].Tree;
    }

    /// <summary>Always the pair whose product saves most memory over its operands.</summary>
    private static ContractionTree Greedy(
        ContractionTree[] leaves, string result, IReadOnlyDictionary<char, int> lengths)
    {
        var parts = leaves.ToList();
        while (parts.Count > 1)
        {
            (ContractionTree Tree, double Growth, int First, int Second) best =
                (parts[0], double.PositiveInfinity, 0, 0);
            for (var first = 0; first < parts.Count; first++)
            {
                for (var second = first + 1; second < parts.Count; second++)
                {
                    var (left, right) = (parts[first], parts[second]);
                    var others = parts.Where((_, i) => i != first && i != second).Select(part => part.Letters);
                    var joined = Join(left, right, parts.Count == 2 ? null : string.Concat(others) + result, result);
                    var growth = Count(joined.Letters, lengths)
                        - Count(left.Letters, lengths) - Count(right.Letters, lengths);
                    if (growth < best.Growth)
                    {
                        best = (joined, growth, first, second);
                    }
                }
            }

            parts[best.First] = best.Tree;
            parts.RemoveAt(best.Second);
        }

        return parts[0];
    }

    // Letters that nobody wants any more are summed over; at the end (null) the result's order holds.
    private static ContractionTree Join(ContractionTree left, ContractionTree right, string? wanted, string result)
    {
        var letters = left.Letters.Union(right.Letters);
        return new(wanted is null ? result : string.Concat(letters.Where(wanted.Contains)), -1, left, right);
    }

    private static double Count(IEnumerable<char> letters, IReadOnlyDictionary<char, int> lengths) =>
        letters.Aggregate(1.0, (count, letter) => count * lengths[letter]);
}
