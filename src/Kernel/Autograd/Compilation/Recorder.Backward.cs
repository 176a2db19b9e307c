using NotebookGrad.Backends;

namespace NotebookGrad;

/// <content>The backward pass of a result that comes with a graph, written down after what made it.</content>
internal sealed partial class Recorder
{
    private int forwardCount;
    private RecordedLeaf[] sources = [];
    private Tensor?[] pulled = [];
    private Storage? seed;

    /// <summary>Goes back through the graph of a result, if it has one, and leaves it as it was.</summary>
    public void Differentiate(Tensor result)
    {
        forwardCount = steps.Count;
        if (result.IsLeaf || !result.RequiresGrad || result.Node!.Differentiated || inputs.Contains(result))
        {
            return;
        }

        var (ends, others) = GraphBehind(result.Node);
        if (refusal is not null)
        {
            return;
        }

        sources = Array.ConvertAll(ends, LeafOf);
        var gradient = Tensor.OnesLike(result);
        seed = gradient.Storage;
        var before = Array.ConvertAll(others, node => (node.Gradient, node.Differentiated));
        try
        {
            using var recording = (AutogradMode.Current with { Recorder = this }).Enter();
            pulled = BackwardPass.Differentiate(
                [result],
                Array.ConvertAll(sources, source => source.TensorIn(inputs)),
                [gradient],
                retainGraph: true,
                createGraph: false,
                allowUnused: true,
                ends: true);
        }
        catch (Exception problem)
        {
            // Nobody has asked for derivatives yet; who does is told by the function itself.
            Refuse($"its backward pass fails: {problem.Message}");
        }

        foreach (var (i, node) in others.Index())
        {
            (node.Gradient, node.Differentiated) = before[i];
        }
    }

    // The nodes where the graph ends, which are inputs and leaves from outside, and the others.
    private (Node[] Ends, Node[] Others) GraphBehind(Node root)
    {
        var (ends, others) = (new List<Node>(), new List<Node>());
        var (seen, open) = (new HashSet<Node>(), new Stack<Node>([root]));
        while (open.TryPop(out var node))
        {
            if (!node.NeedsGradient || !seen.Add(node))
            {
                continue;
            }

            if (node.Operation is null || Array.Exists(inputs, input => input.Node == node))
            {
                ends.Add(node);
            }
            else if (node.Id < firstNode)
            {
                Refuse($"it uses the result of {node}, which was recorded outside; give it as an argument");
            }
            else
            {
                others.Add(node);
                node.Operands.ToList().ForEach(open.Push);
            }
        }

        if (ends.Exists(node => node.Hooks is not null))
        {
            Refuse(HookCalls.InPlan);
        }

        return ([.. ends], [.. others]);
    }
}
