namespace NotebookGrad.Inspection;

/// <summary>Tells what is different between two graphs whose nodes have found each other.</summary>
internal sealed class GraphComparison
{
    private readonly GraphSide before;
    private readonly GraphSide after;
    private readonly List<EdgeChange> edges = [];
    private readonly HashSet<int> reordered = [];

    private GraphComparison(GraphSide before, GraphSide after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>The difference of two graphs.</summary>
    public static GraphDifference Of(GraphSnapshot before, GraphSnapshot after)
    {
        var (first, second) = (new GraphSide(before), new GraphSide(after));
        GraphMatcher.Run(first, second);
        var comparison = new GraphComparison(first, second);
        comparison.CompareEdges();
        return new GraphDifference(before, after, comparison.Nodes(), comparison.edges);
    }

    private void CompareEdges()
    {
        for (var b = 0; b < after.Nodes.Count; b++)
        {
            var left = after.Match[b] >= 0 ? before.Operands[after.Match[b]].ToList() : [];
            var kept = new List<(GraphEdge Before, GraphEdge After)>();
            foreach (var use in after.Operands[b])
            {
                var from = after.Match[use.Node];
                var place = left.FindIndex(other => (other.Node, other.Edge.Operand) == (from, use.Edge.Operand));
                place = place >= 0 ? place : left.FindIndex(other => other.Node == from);
                if (place >= 0)
                {
                    kept.Add((left[place].Edge, use.Edge));
                    left.RemoveAt(place);
                }
                else
                {
                    edges.Add(new EdgeChange(ChangeKind.Added, null, use.Edge));
                }
            }

            var order = kept.Select(pair => pair.Before.Operand).ToArray();
            var isReordered = !order.SequenceEqual(order.Order());
            if (isReordered)
            {
                reordered.Add(b);
            }

            edges.AddRange(kept.Select(pair => new EdgeChange(
                isReordered && pair.Before.Operand != pair.After.Operand ? ChangeKind.Changed : ChangeKind.Same,
                pair.Before,
                pair.After)));
            edges.AddRange(left.Select(use => new EdgeChange(ChangeKind.Removed, use.Edge, null)));
        }

        edges.AddRange(before.Unmatched.SelectMany(a => before.Operands[a])
            .Select(use => new EdgeChange(ChangeKind.Removed, use.Edge, null)));
    }

    private NodeChange Compare(int b)
    {
        var now = after.Nodes[b];
        if (after.Match[b] < 0)
        {
            return new NodeChange(ChangeKind.Added, null, now, NodeAspects.None);
        }

        var was = before.Nodes[after.Match[b]];
        var isSameOperation = was.Kind == now.Kind && was.Operation == now.Operation;

        // An operation of more operands is written with more of them, which its edges tell.
        var isSameArity = before.Operands[after.Match[b]].Count == after.Operands[b].Count;
        var aspects = Where(!isSameOperation, NodeAspects.Operation)
            | Where(was.Shape != now.Shape, NodeAspects.Shape)
            | Where(was.DType != now.DType, NodeAspects.DType)
            | Where(
                isSameOperation && isSameArity && was.Notation?.Formula != now.Notation?.Formula, NodeAspects.Notation)
            | Where(reordered.Contains(b), NodeAspects.Operands)
            | Where(was.Name is not null && now.Name is not null && was.Name != now.Name, NodeAspects.Name)
            | Where(was.Module?.Path != now.Module?.Path, NodeAspects.Module);
        return new NodeChange(aspects == NodeAspects.None ? ChangeKind.Same : ChangeKind.Changed, was, now, aspects);
    }

    private static NodeAspects Where(bool isDifferent, NodeAspects aspect) =>
        isDifferent ? aspect : NodeAspects.None;

    // The nodes of both, numbered as those of the second and behind them what was removed: in the order of the second,
    // what was removed after what it followed, and operands before operations as long as no way leads in a circle.
    private List<NodeChange> Nodes()
    {
        var removed = before.Unmatched.ToArray();
        var count = after.Nodes.Count;
        var numbers = new int[before.Nodes.Count];
        var wishes = Enumerable.Range(0, count).Select(b => (Place: b, Step: 0)).ToList();
        var behind = -1;
        for (var (a, next) = (0, count); a < numbers.Length; a++)
        {
            behind = before.Match[a] >= 0 ? before.Match[a] : behind;
            numbers[a] = before.Match[a] >= 0 ? before.Match[a] : next++;
            if (before.Match[a] < 0)
            {
                wishes.Add((behind, a + 1));
            }
        }

        var uses = wishes.Select(_ => new List<int>()).ToArray();
        var awaited = new int[wishes.Count];
        void Link(int from, int to)
        {
            uses[from].Add(to);
            awaited[to]++;
        }

        for (var b = 0; b < count; b++)
        {
            after.Operands[b].ForEach(use => Link(use.Node, b));
        }

        for (var a = 0; a < numbers.Length; a++)
        {
            before.Operands[a].ForEach(use => Link(numbers[use.Node], numbers[a]));
        }

        return [.. Arrange(wishes, uses, awaited)
            .Select(node => node < count
                ? Compare(node)
                : new NodeChange(ChangeKind.Removed, before.Nodes[removed[node - count]], null, NodeAspects.None))];
    }

    private static IEnumerable<int> Arrange(List<(int Place, int Step)> wishes, List<int>[] uses, int[] awaited)
    {
        var waiting = new SortedSet<(int Place, int Step, int Node)>(
            wishes.Select((wish, node) => (wish.Place, wish.Step, node)));
        var ready = new SortedSet<(int Place, int Step, int Node)>(waiting.Where(wish => awaited[wish.Node] == 0));
        while (waiting.Count > 0)
        {
            var next = ready.Count > 0 ? ready.Min : waiting.Min;
            ready.Remove(next);
            waiting.Remove(next);
            yield return next.Node;
            foreach (var use in uses[next.Node])
            {
                var wish = (wishes[use].Place, wishes[use].Step, use);
                if (--awaited[use] == 0 && waiting.Contains(wish))
                {
                    ready.Add(wish);
                }
            }
        }
    }
}
