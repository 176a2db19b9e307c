using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>What leads into a row of parts: leaves, and values from steps before.</summary>
internal sealed class Sources
{
    private readonly GraphWiring wiring;
    private readonly SortedDictionary<int, List<int>> users = [];
    private readonly Dictionary<int, int> units = [];
    private readonly HashSet<int> shared = [];

    /// <summary>Looks from <paramref name="row"/>, which starts at a step, back at what it uses.</summary>
    public Sources(GraphWiring wiring, IReadOnlyList<Part> row)
    {
        this.wiring = wiring;
        var first = row.Count == 0 ? 0 : row[0].First;
        for (var index = 0; index < row.Count; index++)
        {
            for (var step = row[index].First; step < row[index].End; step++)
            {
                var operands = wiring.Operands(wiring.Operations[step]);
                for (var operand = 0; operand < operands.Length; operand++)
                {
                    var from = operands[operand].From;
                    if (wiring.Steps[from] < first)
                    {
                        Add(from, index);
                        if (IsShared(row[index], step, operand, from))
                        {
                            shared.Add(from);
                        }
                    }
                }
            }
        }
    }

    /// <summary>The places of what is used, each with the indices of the parts that use it, in order.</summary>
    public IReadOnlyDictionary<int, List<int>> Users => users;

    /// <summary>
    /// The sources that need a box, one for each group: not the leaves of one folded part alone, unless all its
    /// repetitions share them or only the first starts from them.
    /// </summary>
    public IEnumerable<IReadOnlyList<int>> Groups(IReadOnlyList<Part> row, Bundling bundling)
    {
        var shown = users.Where(pair => wiring.Steps[pair.Key] >= 0
            || pair.Value.Count > 1 || row[pair.Value[0]].Kind == PartKind.Operation || shared.Contains(pair.Key));
        return shown
            .GroupBy(pair => bundling switch
            {
                Bundling.None => $"{pair.Key}",
                Bundling.ByUse => $"{KindOf(pair.Key)} {string.Join(' ', pair.Value)}",
                _ => $"{KindOf(pair.Key)}",
            })
            .Select(group => group.Select(pair => pair.Key).ToArray());
    }

    private int KindOf(int place) =>
        wiring.Steps[place] >= 0 ? -1 : wiring.Nodes[place].Kind == GraphNodeKind.Parameter ? 0 : 1;

    private bool IsShared(Part part, int step, int operand, int leaf)
    {
        if (part.Kind != PartKind.Repetition)
        {
            return false;
        }

        var length = part.Count / part.Repeats;
        var unit = (step - part.First) / length;
        if (!units.TryAdd(leaf, unit))
        {
            return units[leaf] != unit;
        }

        var next = wiring.Operations[step + (unit == 0 ? length : 0)];
        return wiring.Steps[wiring.Operands(next)[operand].From] >= 0;
    }

    private void Add(int place, int index)
    {
        if (!users.TryGetValue(place, out var indices))
        {
            users[place] = indices = [];
        }

        if (indices.Count == 0 || indices[^1] != index)
        {
            indices.Add(index);
        }
    }
}
