using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Corpus;
using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Tests.Layouts;

/// <summary>Networks with a frame around each call of a module and the weights that it alone uses.</summary>
internal static class FramedNetworks
{
    private const int Width = 8;

    /// <summary>Blocks whose result leaves them twice: to the next block's layers and past these.</summary>
    public static Tensor Residual(int blocks)
    {
        var x = Dense(Input(2, Width), Width);
        for (var block = 0; block < blocks; block++)
        {
            using (Graph.Module("block"))
            {
                x = (x + Dense(Dense(x, Width).Relu(), Width)).Relu();
            }
        }

        return x.Mean();
    }

    /// <summary>Residual blocks, their layers in a frame of their own.</summary>
    public static Tensor Nested(int blocks)
    {
        var x = Dense(Input(2, Width), Width);
        for (var block = 0; block < blocks; block++)
        {
            using (Graph.Module("block"))
            {
                x = (x + Perceptron(x)).Relu();
            }
        }

        return x.Mean();
    }

    /// <summary>Encoder blocks of a transformer: heads within attention within blocks.</summary>
    public static Tensor Transformer(int blocks, int heads)
    {
        var x = Dense(Input(3, Width), Width);
        for (var block = 0; block < blocks; block++)
        {
            using (Graph.Module("block"))
            {
                x = Normalize(x + Attention(x, heads));
                x = Normalize(x + Perceptron(x));
            }
        }

        return x.Mean();
    }

    /// <summary>The recorded graph with its frames.</summary>
    public static LayoutGraph ToLayout(Tensor root)
    {
        var recorded = root.Graph();
        var modules = new List<GraphModule>();
        var nodes = new List<List<int>>();
        foreach (var (place, node) in recorded.Nodes.Index())
        {
            var users = recorded.Edges.Where(edge => edge.From == node.Id)
                .Select(edge => recorded.Nodes.Single(user => user.Id == edge.To).Module)
                .Distinct()
                .ToArray();
            if ((node.Module ?? (node.Operation is null && users is [var only] ? only : null)) is { } module)
            {
                nodes[Enter(module)].Add(place);
            }
        }

        return new RecordedGraph("", () => root).ToLayout() with
        {
            Groups = [.. modules.Zip(nodes, (module, inside) => new LayoutGroup(
                module.Parent is { } parent ? modules.IndexOf(parent) : -1, inside, Margin: 12, Heading: 18))],
        };

        // An outer module before those inside it.
        int Enter(GraphModule module)
        {
            foreach (var around in Outwards(module).Reverse().Where(around => !modules.Contains(around)))
            {
                modules.Add(around);
                nodes.Add([]);
            }

            return modules.IndexOf(module);
        }
    }

    private static IEnumerable<GraphModule> Outwards(GraphModule innermost)
    {
        for (var module = innermost; module is not null; module = module.Parent)
        {
            yield return module;
        }
    }

    private static Tensor Perceptron(Tensor x)
    {
        using (Graph.Module("perceptron"))
        {
            return Dense(Dense(x, Width).Relu(), Width);
        }
    }

    private static Tensor Attention(Tensor x, int heads)
    {
        using (Graph.Module("attention"))
        {
            return Dense(Tensor.Cat([.. Enumerable.Range(0, heads).Select(_ => Head(x))], 1), Width);
        }
    }

    private static Tensor Head(Tensor x)
    {
        using (Graph.Module("head"))
        {
            return Dense(x, Width).MatMul(Dense(x, Width).T).Softmax(1).MatMul(Dense(x, Width));
        }
    }

    private static Tensor Normalize(Tensor x)
    {
        using (Graph.Module("norm"))
        {
            return Functional.LayerNorm(x, [Width], Weight(Width), Weight(Width));
        }
    }
}
