namespace NotebookGrad.Inspection;

/// <summary>
/// The longest common subsequence of two sequences, as text editors compare lines (Myers, An O(ND) Difference Algorithm
/// and Its Variations, 1986).
/// </summary>
internal static class CommonSequence
{
    // Memory and time grow with the square of the differences; sequences that share next to nothing are not aligned.
    private const int MostDifferences = 2000;

    /// <summary>The pairs of places, in ascending order; none where the sequences differ too much.</summary>
    public static IReadOnlyList<(int Before, int After)> Of(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        var most = Math.Min(before.Count + after.Count, MostDifferences);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= most; differences++)
        {
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var at = diagonal + most + 1;
                var down = IsDown(furthest, diagonal, differences, most);
                var x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < before.Count && x - diagonal < after.Count && before[x] == after[x - diagonal])
                {
                    x++;
                }

                furthest[at] = x;
                if (x >= before.Count && x - diagonal >= after.Count)
                {
                    return Back(before.Count, after.Count, trace);
                }
            }

            trace.Add(furthest[(most + 1 - differences)..(most + 2 + differences)]);
        }

        return [];
    }

    private static bool IsDown(int[] furthest, int diagonal, int differences, int most) =>
        diagonal == -differences
        || (diagonal != differences && furthest[diagonal + most] < furthest[diagonal + most + 2]);

    // The trace after d differences holds diagonals −d … d.
    private static List<(int Before, int After)> Back(int x, int y, List<int[]> trace)
    {
        var pairs = new List<(int Before, int After)>();
        for (var differences = trace.Count; differences > 0; differences--)
        {
            var (last, diagonal) = (trace[differences - 1], x - y);
            int Reached(int along) => Math.Abs(along) < differences ? last[along + differences - 1] : -1;
            var down = diagonal == -differences
                || (diagonal != differences && Reached(diagonal - 1) < Reached(diagonal + 1));
            var (fromX, fromDiagonal) = down
                ? (Reached(diagonal + 1), diagonal + 1)
                : (Reached(diagonal - 1), diagonal - 1);
            var start = down ? fromX : fromX + 1;
            for (; x > start; x--, y--)
            {
                pairs.Add((x - 1, y - 1));
            }

            (x, y) = (fromX, fromX - fromDiagonal);
        }

        for (; x > 0 && y > 0; x--, y--)
        {
            pairs.Add((x - 1, y - 1));
        }

        pairs.Reverse();
        return pairs;
    }
}
