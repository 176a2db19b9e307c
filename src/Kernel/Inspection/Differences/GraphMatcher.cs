namespace NotebookGrad.Inspection;

/// <summary>
/// Finds the nodes of one graph again in another: what is certain first, and the rest from what is found. Each step
/// goes once over the graphs; a match is never taken back but where an alignment turns out to stand alone.
/// </summary>
internal sealed class GraphMatcher
{
    private readonly GraphSide before;
    private readonly GraphSide after;

    private GraphMatcher(GraphSide before, GraphSide after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>Matches the nodes of two graphs, in whichever order they are given.</summary>
    public static void Run(GraphSide one, GraphSide other)
    {
        var (before, after) = one.CompareTo(other) <= 0 ? (one, other) : (other, one);
        var matcher = new GraphMatcher(before, after);
        matcher.MatchIdentities();
        matcher.MatchNames();
        matcher.MatchSignatures(strict: true, made: true, used: true);
        matcher.MatchSignatures(strict: false, made: true, used: false);
        matcher.MatchSignatures(strict: false, made: false, used: true);
        matcher.Spread(pair => !before.IsOperation(pair), matcher.IsSameOperation);
        matcher.MatchSequence();
        matcher.Spread(_ => true, matcher.IsSameOperation);
        matcher.Spread(_ => true, matcher.MayReplace);
        matcher.MatchRoots();
        matcher.Spread(_ => true, matcher.MayReplace);
    }

    private bool HasSameForm(int a, int b) =>
        before.IsOperation(a) == after.IsOperation(b) && before.Operands[a].Count == after.Operands[b].Count;

    private bool IsSameOperation(int a, int b) =>
        HasSameForm(a, b) && before.Nodes[a].Operation == after.Nodes[b].Operation;

    // One operation takes the place of another only between the same: of what it is made from all, or of that and of
    // what uses it some.
    private bool MayReplace(int a, int b)
    {
        if (!before.IsOperation(a) || !HasSameForm(a, b) || IsSameOperation(a, b))
        {
            return HasSameForm(a, b);
        }

        bool AreFreeLeaves(int one, int other) => before.Match[one] < 0 && after.Match[other] < 0
            && !before.IsOperation(one) && !after.IsOperation(other);
        var operands = before.Operands[a]
            .Zip(after.Operands[b], (one, other) => (A: one.Node, B: other.Node))
            .ToArray();
        var users = after.Uses[b].Select(use => (after.Match[use.Node], use.Edge.Operand)).ToHashSet();
        return Array.TrueForAll(operands, pair => before.Match[pair.A] == pair.B || AreFreeLeaves(pair.A, pair.B))
            || (Array.Exists(operands, pair => before.Match[pair.A] == pair.B)
                && before.Uses[a].Exists(use => users.Contains((use.Node, use.Edge.Operand))));
    }

    private void Join(int a, int b)
    {
        if (before.Match[a] < 0 && after.Match[b] < 0)
        {
            (before.Match[a], after.Match[b]) = (b, a);
        }
    }

    private void MatchIdentities()
    {
        var places = after.Nodes.Index().ToDictionary(node => node.Item.Id, node => node.Index);
        foreach (var (a, node) in before.Nodes.Index())
        {
            if (places.TryGetValue(node.Id, out var b) && after.Nodes[b] is var other
                && (node.Kind, node.Operation, node.Name) == (other.Kind, other.Operation, other.Name)
                && node.Shape == other.Shape)
            {
                Join(a, b);
            }
        }
    }

    private void MatchNames()
    {
        var (names, others) = (UniqueNames(before), UniqueNames(after));
        foreach (var (name, a) in names)
        {
            if (others.TryGetValue(name, out var b))
            {
                Join(a, b);
            }
        }
    }

    private static Dictionary<(string, bool), int> UniqueNames(GraphSide side) => side.Unmatched
        .Where(node => side.Nodes[node].Name is not null)
        .GroupBy(node => (side.Nodes[node].Name!, side.IsOperation(node)))
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single());

    // What is alike in every respect is matched in its order. By one respect alone only operations are.
    private void MatchSignatures(bool strict, bool made, bool used)
    {
        var signatures = new GraphSignatures(strict);
        (int, int)[] Keys(GraphSide side, bool isAfter)
        {
            var makings = made ? signatures.Made(side, isAfter) : new int[side.Nodes.Count];
            var uses = used ? signatures.Used(side, isAfter) : new int[side.Nodes.Count];
            return [.. makings.Zip(uses)];
        }

        var (keys, others) = (Keys(before, isAfter: false), Keys(after, isAfter: true));
        var waiting = after.Unmatched.Where(node => strict || after.IsOperation(node))
            .GroupBy(node => others[node])
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        foreach (var a in before.Unmatched.ToArray())
        {
            if (waiting.TryGetValue(keys[a], out var queue) && queue.TryDequeue(out var b))
            {
                Join(a, b);
            }
        }
    }

    // Operations of one kind and shape, as lines of a text; what is aligned without a neighbour stands there by chance.
    private void MatchSequence()
    {
        int[] first = [.. Enumerable.Range(0, before.Nodes.Count).Where(before.IsOperation)];
        int[] second = [.. Enumerable.Range(0, after.Nodes.Count).Where(after.IsOperation)];
        if (!first.Any(node => before.Match[node] < 0) || !second.Any(node => after.Match[node] < 0))
        {
            return;
        }

        var signatures = new GraphSignatures(strict: true);
        var aligned = CommonSequence.Of(
            [.. first.Select(node => signatures.Alone(before, node, isAfter: false))],
            [.. second.Select(node => signatures.Alone(after, node, isAfter: true))])
            .Select(pair => (A: first[pair.Before], B: second[pair.After]))
            .Where(pair => before.Match[pair.A] < 0)
            .ToArray();
        Array.ForEach(aligned, pair => Join(pair.A, pair.B));
        foreach (var (a, b) in aligned.Where(pair => !HasCommonNeighbour(pair.A, pair.B)).ToArray())
        {
            (before.Match[a], after.Match[b]) = (-1, -1);
        }
    }

    private bool HasCommonNeighbour(int a, int b)
    {
        var (below, others) = (Met(before, side => side.Operands, a), Met(after, side => side.Operands, b));
        return below.Overlaps(others) || (below.Count == 0 && others.Count == 0
            && Met(before, side => side.Uses, a).Overlaps(Met(after, side => side.Uses, b)));
    }

    // The matched nodes that are met first from a node, by their numbers in the first graph.
    private HashSet<int> Met(GraphSide side, Func<GraphSide, List<List<GraphUse>>> neighbours, int node)
    {
        const int furthest = 50;
        var (met, seen) = (new HashSet<int>(), new List<int> { node });
        for (var next = 0; next < seen.Count && next < furthest; next++)
        {
            foreach (var (near, _) in neighbours(side)[seen[next]])
            {
                if (side.Match[near] >= 0)
                {
                    met.Add(side == before ? near : side.Match[near]);
                }
                else if (!seen.Contains(near))
                {
                    seen.Add(near);
                }
            }
        }

        return met;
    }

    // From matched nodes to their neighbours in the same places, and on from there: upwards from operands first.
    private void Spread(Func<int, bool> starts, Func<int, int, bool> fits)
    {
        var waiting = new Queue<int>(
            Enumerable.Range(0, before.Nodes.Count).Where(node => before.Match[node] >= 0 && starts(node)));
        var late = new List<int>();
        while (waiting.TryDequeue(out var a) || TryTurn(out a))
        {
            JoinNeighbours(before.Uses[a], after.Uses[before.Match[a]], fits, waiting);
            late.Add(a);
        }

        bool TryTurn(out int a)
        {
            // Then downwards, which may open new ways up.
            a = -1;
            foreach (var pair in late)
            {
                JoinNeighbours(before.Operands[pair], after.Operands[before.Match[pair]], fits, waiting);
            }

            late.Clear();
            return waiting.TryDequeue(out a);
        }
    }

    private void JoinNeighbours(
        List<GraphUse> uses, List<GraphUse> others, Func<int, int, bool> fits, Queue<int> found)
    {
        var free = others.Where(use => after.Match[use.Node] < 0)
            .GroupBy(use => use.Edge.Operand)
            .ToDictionary(group => group.Key, group => group.Select(use => use.Node).ToList());
        foreach (var use in uses.Where(use => before.Match[use.Node] < 0))
        {
            var place = free.TryGetValue(use.Edge.Operand, out var nodes)
                ? nodes.FindIndex(node => after.Match[node] < 0 && fits(use.Node, node))
                : -1;
            if (place >= 0)
            {
                Join(use.Node, nodes![place]);
                nodes.RemoveAt(place);
                found.Enqueue(use.Node);
            }
        }
    }

    private void MatchRoots()
    {
        if (before.Roots.Count == after.Roots.Count)
        {
            foreach (var (a, b) in before.Roots.Zip(after.Roots)
                .Where(pair => HasSameForm(pair.First, pair.Second)))
            {
                Join(a, b);
            }
        }
    }
}
