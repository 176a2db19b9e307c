using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Looks for the operation that makes NaN or ∞: in values as they are computed, in gradients as they flow.
/// </summary>
internal sealed class Anomaly(GraphOrder order)
{
    // Lets a gradient of 0 go to what it did not choose.
    private const string Choosing = "where";

    /// <summary>Computes an operation's value, and refuses NaN and ∞ that its operands do not hold.</summary>
    /// <exception cref="AnomalyException">The value holds NaN, or ∞ made of finite operands.</exception>
    public static Tensor Evaluate(Operation operation, ReadOnlySpan<Tensor> operands)
    {
        Tensor value;
        using ((AutogradMode.Current with { DetectsAnomaly = false }).Enter())
        {
            value = operation.Evaluate(operands);
        }

        var found = NonFinite.In(value);
        if (BackwardScope.Current is not null || found.NaNs + found.Infinities == 0)
        {
            return value;
        }

        Tensor[] from = [.. operands];
        NonFinite[] sources = [.. from.Select(NonFinite.In)];
        if (found.NaNs == 0 && !found.IsNew(sources))
        {
            return value;
        }

        var line = SourceLine.OfCaller();
        var told = $"anomaly: {operation.Describe(from)}{SourceLine.Phrase(line)}";
        var held = Array.FindIndex(sources, source => source.NaNs > 0);
        var message = found.IsNew(sources)
            ? $"{told} made {found}. {Elements(from, value.Shape, found.First)}"
            : $"{told} was given {sources[held]} in {from[held].Describe()}, from before DetectAnomaly began: look at "
                + "where that tensor comes from.";
        throw new AnomalyException(message)
        {
            Operation = operation.Name,
            Shapes = [.. from.Select(x => x.Shape)],
            Names = [.. from.Select(Naming.Of)],
            Indices = found.Indices,
            NaNs = found.NaNs,
            Infinities = found.Infinities,
            Line = line,
        };
    }

    /// <summary>Refuses a gradient that an operation has given to an operand.</summary>
    /// <exception cref="AnomalyException">It holds NaN or ∞ that has not arrived there.</exception>
    public void CheckPulled(Node node, int operand, Tensor gradient, Tensor pulled)
    {
        var found = NonFinite.In(pulled);
        var arrived = NonFinite.In(gradient);
        if (found.NaNs == 0 && !found.IsNew([arrived]))
        {
            return;
        }

        var receiver = node.Operands[operand];
        var name = Naming.Of(receiver) ?? $"operand {operand}";
        var message = found.IsNew([arrived])
            ? $"anomaly: backward of {node} made {found}, in the gradient by {name} {receiver.Shape}. "
                + Reason(node, receiver, gradient, found)
            : $"anomaly: backward of {node} was given a gradient with {arrived}: look at the gradient that Backward "
                + "began with, and at hooks.";
        throw new AnomalyException(message)
        {
            InBackward = true,
            Operation = node.OperationName,
            Operand = operand,
            Shapes = [.. node.Operands.Select(one => one.Shape)],
            Names = [.. node.Operands.Select(Naming.Of)],
            Indices = found.Indices,
            NaNs = found.NaNs,
            Infinities = found.Infinities,
            Line = node.Line,
        };
    }

    private string Reason(Node node, Node receiver, Tensor gradient, NonFinite found)
    {
        var isPointwise = gradient.Shape == receiver.Shape;
        var value = isPointwise && receiver.Value is { } known
            ? $"There the operand is {At(known, found.First)}. "
            : string.Empty;
        if (!isPointwise || found.NaNs == 0 || At(gradient, found.First) != 0)
        {
            return value
                + "Keep the operand away from where the derivative is infinite or not defined, as by a small ε.";
        }

        return value + (Chooser(node) is { } chooser
            ? $"{chooser} did not choose this branch there and sent it a gradient of 0, but 0·∞ is NaN. Make the "
                + "operand harmless before the operation, too: safe = Tensor.Where(condition, x, 1), then "
                + "Tensor.Where(condition, f(safe), other)."
            : "The gradient that arrived there is 0, but 0·∞ is NaN: a factor of 0 does not switch an infinite "
                + "derivative off. Make the operand harmless before the operation instead.");
    }

    // The nearest choosing operation that a node's value goes through.
    private Node? Chooser(Node node)
    {
        var behind = new HashSet<Node> { node };
        return Enumerable.Range(0, order.Count)
            .Select(slot => order[slot])
            .OrderBy(user => user.Id)
            .FirstOrDefault(user => user.Operands.Any(behind.Contains)
                && behind.Add(user) && user.OperationName == Choosing);
    }

    private static string Elements(Tensor[] operands, Shape shape, int first) =>
        Array.TrueForAll(operands, x => x.Shape == shape || x.Count == 1)
            ? $"The first comes of {string.Join(" and ", operands.Select(x => $"{At(x, x.Count == 1 ? 0 : first)}"))}."
            : "All that it was given is finite.";

    private static double At(Tensor tensor, int place) => DeviceElements.At(tensor, [place])[0];
}
