using NotebookGrad.Nn;

namespace NotebookGrad.Inspection;

/// <summary>Takes summaries of networks.</summary>
internal static class ModuleInspector
{
    /// <summary>The summary of a network, with what comes out of its modules during a call if there is one.</summary>
    /// <param name="root">The network.</param>
    /// <param name="call">Calls it; unrecorded, and as after training.</param>
    public static ModuleSummary Inspect(Module root, Action? call)
    {
        var seen = call is null ? [] : Watch(root, call);
        var counted = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return new([.. ModuleTree.Of(root).Select(part => Part(part, seen, counted))]);
    }

    private static ModulePart Part(
        (string Path, string Name, int Depth, Module Module) part,
        Dictionary<Module, Outputs> seen,
        HashSet<object> counted)
    {
        var module = part.Module;
        var isShared = !counted.Add(module);
        var own = module.Tensors().Where(entry => counted.Add(entry.Tensor)).ToArray();
        var parameters = Array.FindAll(own, entry => entry.Kind == ModuleMemberKind.Parameter);
        var outputs = seen.GetValueOrDefault(module);
        return new(
            part.Path,
            part.Name,
            part.Depth,
            module.TypeName,
            module.Description,
            parameters.Sum(entry => entry.Tensor.Count),
            parameters.Where(entry => !entry.Tensor.RequiresGrad).Sum(entry => entry.Tensor.Count),
            own.Sum(entry => entry.Tensor.Count * entry.Tensor.DType.Size),
            outputs?.Calls ?? 0,
            outputs?.Shapes ?? [],
            outputs?.Bytes ?? 0,
            module.Children.Any(),
            isShared);
    }

    private static Dictionary<Module, Outputs> Watch(Module root, Action call)
    {
        var seen = new Dictionary<Module, Outputs>();
        Module[] modules = [.. root.NamedModules.Select(part => part.Value)];
        var hooks = Array.ConvertAll(modules, module => module.RegisterForwardHook((_, _, outputs) =>
        {
            var before = seen.GetValueOrDefault(module);
            seen[module] = new(
                (before?.Calls ?? 0) + 1,
                [.. outputs.Select(output => output.Shape)],
                (before?.Bytes ?? 0) + outputs.Sum(output => output.Count * output.DType.Size));
        }));
        try
        {
            using (Autograd.NoGrad())
            using (new Evaluation(root))
            {
                call();
            }

            return seen;
        }
        finally
        {
            Array.ForEach(hooks, hook => hook.Dispose());
        }
    }

    private sealed record Outputs(int Calls, IReadOnlyList<Shape> Shapes, long Bytes);
}
