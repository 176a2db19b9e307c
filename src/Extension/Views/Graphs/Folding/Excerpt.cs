namespace NotebookGrad.Views;

/// <summary>
/// Chooses what is visible at first of a row of parts: everything where that is little, else folded boxes, with the
/// outer modules open as frames as far as that leaves a picture to be read at a glance.
/// </summary>
internal sealed class Excerpt
{
    /// <summary>The most boxes that are visible at first.</summary>
    public const int Most = 60;

    // Opening modules is a courtesy, for which no picture should grow to its limit.
    private const int MostAfterOpening = 40;
    private const int MostAfterCutting = 30;
    private const int DeepestFrame = 6;
    private const int Portions = 16;
    private const int FewestToCut = 4;

    private readonly GraphWiring wiring;
    private readonly List<ShownFrame> frames = [];
    private List<(Part Part, int Frame)> shown = [];
    private Bundling bundling;

    private Excerpt(GraphWiring wiring) => this.wiring = wiring;

    /// <summary>The boxes, in no particular order.</summary>
    public IReadOnlyList<ShownBox> Boxes { get; private set; } = [];

    /// <summary>The modules that stand open, an outer one before those inside.</summary>
    public IReadOnlyList<ShownFrame> Frames => frames;

    /// <summary>What to show of a row of parts, and of leaves that nothing in it uses.</summary>
    public static Excerpt Of(GraphWiring wiring, IReadOnlyList<Part> row, IReadOnlyList<int> loose)
    {
        var excerpt = new Excerpt(wiring);
        var room = Most - Math.Min(loose.Count, Portions);
        excerpt.Choose(row, room);
        var rest = loose.Count + excerpt.Count() <= Most ? loose.Select(place => new[] { place })
            : row.Count == 0 ? loose.Chunk((loose.Count + Portions - 1) / Portions)
            : [.. loose.GroupBy(place => wiring.Nodes[place].Kind).Select(group => group.ToArray())];
        excerpt.Boxes = [.. excerpt.Draw(), .. rest.Select(places => new ShownBox(null, places, -1))];
        return excerpt;
    }

    private void Choose(IReadOnlyList<Part> row, int room)
    {
        var operations = row.Sum(part => part.Count);
        if (operations <= room && operations + new Sources(wiring, row).Users.Count <= room)
        {
            ShowAll(row);
            return;
        }

        var frame = -1;
        while (row is [{ Kind: PartKind.Module } only] && frames.Count < DeepestFrame)
        {
            frames.Add(new ShownFrame(only.Name, frame));
            (frame, row) = (frames.Count - 1, only.Parts);
        }

        var stretches = row.Count >= FewestToCut ? Stretches.Of(wiring, row) : row;
        (IReadOnlyList<Part>, Bundling)[] choices =
        [
            (row, Bundling.None), (row, Bundling.ByUse),
            (stretches, Bundling.None), (stretches, Bundling.ByUse), (stretches, Bundling.ByKind),
        ];
        foreach (var (parts, way) in choices)
        {
            (shown, bundling) = ([.. parts.Select(part => (part, frame))], way);
            var most = ReferenceEquals(parts, row) ? room : Math.Min(room, MostAfterCutting);
            if (parts.Count <= most && Count() <= most)
            {
                break;
            }
        }

        OpenModules();
    }

    private void ShowAll(IReadOnlyList<Part> row)
    {
        var rest = new Stack<(Part Part, int Frame)>(row.Reverse().Select(part => (part, -1)));
        while (rest.TryPop(out var next))
        {
            var (part, frame) = next;
            if (part.Kind == PartKind.Operation)
            {
                shown.Add(next);
                continue;
            }

            if (part.Kind == PartKind.Module && Depth(frame) < DeepestFrame)
            {
                frames.Add(new ShownFrame(part.Name, frame));
                frame = frames.Count - 1;
            }

            foreach (var inner in part.Parts.Reverse())
            {
                rest.Push((inner, frame));
            }
        }
    }

    private void OpenModules()
    {
        var refused = new HashSet<Part>(ReferenceEqualityComparer.Instance);
        for (var opened = true; opened;)
        {
            opened = false;
            foreach (var (part, _) in shown.Where(pair => pair.Part.Kind == PartKind.Module).ToArray())
            {
                opened |= !refused.Contains(part) && Open(part);
                refused.Add(part);
            }
        }
    }

    private bool Open(Part part)
    {
        var (before, index) = (shown, shown.FindIndex(pair => ReferenceEquals(pair.Part, part)));
        var frame = shown[index].Frame;
        if (Depth(frame) >= DeepestFrame || shown.Count + part.Parts.Count > MostAfterOpening)
        {
            return false;
        }

        var inside = part.Parts.Select(inner => (inner, frames.Count));
        shown = [.. before[..index], .. inside, .. before[(index + 1)..]];
        if (Count() > MostAfterOpening)
        {
            shown = before;
            return false;
        }

        frames.Add(new ShownFrame(part.Name, frame));
        return true;
    }

    private int Count()
    {
        Part[] parts = [.. shown.Select(pair => pair.Part)];
        return parts.Length + new Sources(wiring, parts).Groups(parts, bundling).Count();
    }

    private IEnumerable<ShownBox> Draw()
    {
        Part[] parts = [.. shown.Select(pair => pair.Part)];
        var sources = new Sources(wiring, parts);
        foreach (var (part, frame) in shown)
        {
            yield return new ShownBox(part, [], frame);
        }

        foreach (var group in sources.Groups(parts, bundling))
        {
            var around = group.SelectMany(place => sources.Users[place])
                .Select(index => shown[index].Frame)
                .Distinct()
                .Aggregate(Common);
            yield return new ShownBox(null, group, wiring.Steps[group[0]] >= 0 ? -1 : around);
        }
    }

    /// <summary>The innermost frame around two, one of which may hold the other.</summary>
    private int Common(int one, int other)
    {
        // An outer frame has the lower number.
        while (one != other)
        {
            (one, other) = one > other ? (frames[one].Parent, other) : (one, frames[other].Parent);
        }

        return one;
    }

    private int Depth(int frame)
    {
        var depth = 0;
        for (; frame >= 0; frame = frames[frame].Parent)
        {
            depth++;
        }

        return depth;
    }
}
