using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Reverse mode: pulls the gradients of outputs back through their graph, and hands out the results at the end, all or
/// none.
/// </summary>
internal sealed class BackwardPass : IDisposable
{
    private readonly GraphOrder order;
    private readonly BackwardScope scope;
    private readonly ArrivingGradients arriving;
    private readonly Anomaly? anomaly;
    private IPassWatch[]? watches;
    private HashSet<IPackedTensor>? unpacked;

    // Where only some inputs are asked for: what lies on the way to them. Null is everything.
    private BackwardRoute? route;

    private BackwardPass(GraphOrder order, bool createGraph)
    {
        this.order = order;
        scope = new BackwardScope(createGraph);
        arriving = new ArrivingGradients(order, scope);
        anomaly = AutogradMode.FindsAnomalies ? new Anomaly(order) : null;
    }

    /// <summary>Adds the gradients of an output to the <c>.Grad</c> of the leaves behind it.</summary>
    public static void Accumulate(
        Tensor output, Tensor? gradient, bool retainGraph, bool createGraph, CancellationToken cancellation)
    {
        using var pass = Begin([output], createGraph);
        pass.Start([output], [gradient]);
        pass.watches = PassObservers.Begin([output]);
        pass.Run(cancellation);
        LeafGradients.Commit(pass.order, pass.scope);
        Array.ForEach(pass.watches ?? [], watch => watch.Finished());
        pass.End(retainGraph);
        LeafGradients.Announce(pass.order, pass.scope);
        KeptGraphs.Shared.Note(output);
    }

    /// <summary>
    /// The gradients of outputs by chosen inputs; with <paramref name="ends"/> as if no input were made from another.
    /// </summary>
    public static Tensor[] Differentiate(
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor?> gradients,
        bool retainGraph,
        bool createGraph,
        bool allowUnused,
        bool ends = false)
    {
        BackwardChecks.RequireOneEach(outputs, gradients);
        using var pass = Begin(outputs, createGraph);
        var slots = inputs.Select(input => pass.order.SlotOf(input.Node)).ToArray();
        pass.route = new BackwardRoute(pass.order, slots, ends);
        if (!allowUnused)
        {
            BackwardChecks.RefuseUnused(outputs, inputs, slots);
        }

        pass.Start(outputs, gradients);
        pass.Run(CancellationToken.None);
        var results = Array.ConvertAll(slots, slot => slot < 0 ? null : pass.order.Gradient(slot));
        if (!allowUnused)
        {
            BackwardChecks.RefuseUnused(outputs, inputs, Array.ConvertAll(results, result => result is null ? -1 : 0));
        }

        pass.End(retainGraph);
        return results!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var packed in unpacked ?? [])
        {
            packed.ForgetAll();
        }

        order.Dispose();
    }

    private static BackwardPass Begin(IReadOnlyList<Tensor> outputs, bool createGraph)
    {
        var roots = new Node[outputs.Count];
        for (var i = 0; i < roots.Length; i++)
        {
            BackwardChecks.RequireGraph(outputs[i]);
            roots[i] = outputs[i].Node!;
        }

        return new BackwardPass(GraphOrder.From(roots), createGraph);
    }

    private void Start(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor?> gradients)
    {
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (Pulls(slot))
            {
                BackwardChecks.RefuseFreed(order[slot], outputs);
            }
        }

        for (var i = 0; i < outputs.Count; i++)
        {
            arriving.Add(order.SlotOf(outputs[i].Node), BackwardChecks.Seed(outputs[i], gradients[i]));
        }
    }

    // The gradients of inputs that were asked for, and of nodes that retain them, stay in their places, as those of
    // leaves do.
    private void Run(CancellationToken cancellation)
    {
        var before = scope.Enter();
        try
        {
            while (order.Next(out var slot))
            {
                cancellation.ThrowIfCancellationRequested();
                if (order.Gradient(slot) is { } gradient)
                {
                    Visit(order[slot], slot, gradient);
                }

                order.Done(slot);
            }
        }
        finally
        {
            BackwardScope.Leave(before);
        }
    }

    private void Visit(Node node, int slot, Tensor gradient)
    {
        if (node.Hooks is { Tensor.Length: > 0 } hooks)
        {
            gradient = HookCalls.OnGradient(node, hooks.Tensor, gradient, "hook");
            order.Gradient(slot) = gradient;
        }

        foreach (var watch in watches ?? [])
        {
            watch.Arrived(node, gradient);
        }

        if (!Pulls(slot))
        {
            return;
        }

        var stays = route?.IsWanted(slot) ?? node.Gathers;
        if (stays)
        {
            scope.Hold(gradient);
        }

        var given = node.Hooks is { Before.Length: > 0 } before
            ? HookCalls.OnGradient(node, before.Before, gradient, "pre-hook")
            : gradient;
        PullThrough(node, slot, given);
        node.Differentiated = true;
        if (!stays)
        {
            arriving.Finish(node, slot, gradient);
        }
    }

    private bool Pulls(int slot) => route?.Pulls(slot) ?? order[slot].Operation is not null;

    private void PullThrough(Node node, int slot, Tensor gradient)
    {
        if (node.Hooks is { After.Length: > 0 })
        {
            gradient.Disown();
            var all = new Tensor?[node.Operands.Count];
            PullEach(node, slot, gradient, (operand, pulled) => all[operand] = pulled);
            HookCalls.OnOperands(node, all, gradient);
            for (var operand = 0; operand < all.Length; operand++)
            {
                if (all[operand] is { } pulled)
                {
                    arriving.Add(order.OperandSlot(slot, operand), pulled);
                }
            }
        }
        else
        {
            PullEach(node, slot, gradient, null);
        }

        foreach (var packed in node.PackedTensors)
        {
            packed.Forget();
            (unpacked ??= []).Add(packed);
        }
    }

    private void PullEach(Node node, int slot, Tensor gradient, Action<int, Tensor>? collect)
    {
        var together = node.Operation!.PullAll(new Kept(node), gradient);
        for (var operand = 0; operand < node.Operands.Count; operand++)
        {
            var source = order.OperandSlot(slot, operand);
            if (source < 0 || route?.Leads(source) == false || (together is not null && together[operand] is null))
            {
                continue;
            }

            var pulled = (together?[operand] ?? node.Operation.Pull(new Kept(node), operand, gradient))
                .SumTo(node.Operands[operand].Shape);
            scope.ReleaseTemporaries(pulled);
            anomaly?.CheckPulled(node, operand, gradient, pulled);
            if (collect is null)
            {
                arriving.Add(source, pulled);
            }
            else
            {
                collect(operand, pulled);
            }
        }
    }

    private void End(bool retainGraph)
    {
        if (retainGraph)
        {
            return;
        }

        var line = SourceLine.OfCaller();
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (Pulls(slot))
            {
                order[slot].Free(line);
            }
        }
    }
}
