namespace NotebookGrad.Views;

/// <summary>What the parts of a graph are called.</summary>
internal static class PartNames
{
    private const int MostNamed = 3;

    /// <summary>A unit that repeats: its operations in order, or the module's name without its number.</summary>
    public static string OfUnit(GraphWiring wiring, IReadOnlyList<Part> unit)
    {
        var names = unit.Select(part => OfPart(wiring, part)).ToArray();
        return names.Length <= MostNamed
            ? string.Join(" → ", names)
            : string.Join(" → ", names.Take(MostNamed - 1)) + " → …";
    }

    /// <summary>A stretch: how many operations it holds.</summary>
    public static string OfStretch(int count) => NumberText.Count(count, "operation");

    private static string OfPart(GraphWiring wiring, Part part)
    {
        var node = wiring.Nodes[wiring.Operations[part.First]];
        return part.Kind switch
        {
            PartKind.Operation => PlainName.Of(node.Notation?.Symbol) ?? PlainName.Of(node.Operation) ?? "operation",
            PartKind.Module => WithoutNumber(part.Name),
            PartKind.Repetition => $"{(part.Unit.Count == 1 ? part.Name : $"({part.Name})")} ×{part.Repeats}",
            _ => part.Name,
        };
    }

    // Of a name that is a number and a type, the type.
    private static string WithoutNumber(string name)
    {
        if (char.IsAsciiDigit(name[0]) && name.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end)
        {
            return name[(end + 2)..];
        }

        var stem = name.TrimEnd(']', ')').TrimEnd([.. "0123456789₀₁₂₃₄₅₆₇₈₉"]).TrimEnd([.. "._-[( #"]);
        return stem.Length > 0 ? stem : name;
    }
}
