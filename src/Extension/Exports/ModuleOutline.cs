using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>The open modules of a graph, one inside another, and the nodes directly inside each.</summary>
internal sealed class ModuleOutline(GraphReading reading)
{
    private readonly ILookup<int, int> inside =
        reading.Frames.Index().Reverse().ToLookup(frame => frame.Item.Parent, frame => frame.Index);

    /// <summary>The places of the nodes that are in no module.</summary>
    public IEnumerable<int> Outside => Enumerable.Range(0, reading.Nodes.Count)
        .Except(reading.Frames.SelectMany(frame => frame.Nodes));

    /// <summary>What a module is called.</summary>
    public string Name(int module) => PlainName.Of(reading.Frames[module].Name) ?? "module";

    /// <summary>The places of the nodes directly inside a module.</summary>
    public IReadOnlyList<int> Nodes(int module) => reading.Frames[module].Nodes;

    /// <summary>Where modules open and close, so that each opens and closes within the one around it.</summary>
    public IEnumerable<(int Module, bool Opens)> Steps()
    {
        var waiting = new Stack<(int Module, bool Opens)>(inside[-1].Select(module => (module, true)));
        while (waiting.TryPop(out var step))
        {
            yield return step;
            if (step.Opens)
            {
                waiting.Push((step.Module, false));
                foreach (var module in inside[step.Module])
                {
                    waiting.Push((module, true));
                }
            }
        }
    }
}
