using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The names that tensors have as variables of the notebook.</summary>
internal sealed class VariableNames : INameSource
{
    private static Func<IEnumerable<KeyValuePair<string, object?>>> source = () => [];

    private readonly Dictionary<Tensor, string> ofTensors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, string> ofNodes = [];

    private VariableNames(IEnumerable<KeyValuePair<string, object?>> variables)
    {
        // A variable declared again is listed again; it keeps its place, and holds what it was given last.
        var last = new Dictionary<string, object?>();
        var order = new List<string>();
        foreach (var (name, value) in variables)
        {
            if (!last.ContainsKey(name))
            {
                order.Add(name);
            }

            last[name] = value;
        }

        foreach (var name in order)
        {
            if (last[name] is Tensor tensor)
            {
                ofTensors.TryAdd(tensor, name);
                if (tensor.Identity is { } identity)
                {
                    ofNodes.TryAdd(identity, name);
                }
            }
        }
    }

    /// <summary>Names by the identity of nodes in a graph; of two variables for one tensor, the first.</summary>
    public IReadOnlyDictionary<long, string> OfNodes => ofNodes;

    /// <summary>Says where the variables are found from now on.</summary>
    public static void Follow(Func<IEnumerable<KeyValuePair<string, object?>>> variables)
    {
        source = variables;
        Naming.Variables = Now;
    }

    /// <summary>The names as they are now.</summary>
    public static VariableNames Now()
    {
        try
        {
            return new VariableNames(source());
        }
        catch (Exception)
        {
            // The host's variables are a convenience: a picture without their names is better than none.
            return new VariableNames([]);
        }
    }

    /// <inheritdoc/>
    public string? NameOf(long identity) => ofNodes.GetValueOrDefault(identity);

    /// <inheritdoc/>
    public string? NameOf(Tensor tensor) => ofTensors.GetValueOrDefault(tensor);
}
