using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Calls users' hooks in a backward pass, as if outside of it: what they are given and what they make is theirs to
/// keep.
/// </summary>
internal static class HookCalls
{
    /// <summary>Why a program that calls hooks is not compiled.</summary>
    public const string InPlan = "a hook is called, whose code a plan does not contain";

    /// <summary>The gradient by a node's value after these hooks have looked at it.</summary>
    /// <exception cref="InvalidOperationException">A hook gave back another shape, dtype or device.</exception>
    public static Tensor OnGradient(Node node, Func<Tensor, Tensor?>[] hooks, Tensor gradient, string kind)
    {
        AutogradMode.CurrentRecorder?.Refuse(InPlan);
        for (var i = 0; i < hooks.Length; i++)
        {
            var (hook, before) = (hooks[i], gradient);
            gradient.Disown();
            if (BackwardScope.Outside(() => hook(before)) is { } replacement)
            {
                gradient = Fitting(replacement, before, () => $"{kind} {i + 1} of {Place(node)}");
            }
        }

        return gradient;
    }

    /// <summary>The gradients by a node's operands after its hooks have looked at them.</summary>
    /// <exception cref="InvalidOperationException">A hook gave back others than it was given.</exception>
    public static void OnOperands(Node node, Tensor?[] pulled, Tensor gradient)
    {
        AutogradMode.CurrentRecorder?.Refuse(InPlan);
        gradient.Disown();
        for (var i = 0; i < node.Hooks!.After.Length; i++)
        {
            Array.ForEach(pulled, one => one?.Disown());
            var hook = node.Hooks.After[i];
            if (BackwardScope.Outside(() => hook([.. pulled], gradient)) is { } replacements)
            {
                Replace(pulled, replacements, () => $"hook {i + 1} of {Place(node)}");
            }
        }
    }

    private static void Replace(Tensor?[] pulled, IReadOnlyList<Tensor?> replacements, Func<string> hook)
    {
        if (replacements.Count != pulled.Length)
        {
            throw new InvalidOperationException(
                $"{hook()} gave back {replacements.Count} gradients for {pulled.Length} operands. No gradient was "
                + "changed.");
        }

        for (var operand = 0; operand < pulled.Length; operand++)
        {
            if (pulled[operand] is { } before && replacements[operand] is { } replacement)
            {
                pulled[operand] = Fitting(replacement, before, () => $"{hook()}, operand {operand},");
            }
        }
    }

    private static Tensor Fitting(Tensor replacement, Tensor before, Func<string> hook) =>
        replacement.Shape == before.Shape && replacement.DType == before.DType
        && replacement.Backend == before.Backend
            ? replacement
            : throw new InvalidOperationException(
                $"{hook()} gave back {replacement.Shape} {replacement.DType.Text} on {replacement.Device} for a "
                + $"gradient {before.Shape} {before.DType.Text} on {before.Device}; a hook may change values only. "
                + "No gradient was changed.");

    private static string Place(Node node) => node.Operation is null
        ? $"{Naming.Of(node) ?? "a leaf"} {node.Shape}"
        : node.ToString();
}
