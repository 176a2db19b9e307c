namespace NotebookGrad.Nn;

/// <summary>Walks a module and all inside, in the order of their members.</summary>
internal static class ModuleTree
{
    /// <summary>
    /// Every module with its path and the name by which its parent holds it; once for each place where it stands, but
    /// not inside of itself.
    /// </summary>
    public static IEnumerable<(string Path, string Name, int Depth, Module Module)> Of(Module root) =>
        Below(string.Empty, string.Empty, root, []);

    /// <summary>Every tensor with its path, once for each place where it stands.</summary>
    public static IEnumerable<(string Path, ModuleMemberKind Kind, Tensor Tensor)> Tensors(Module root) =>
        Of(root).SelectMany(part => part.Module.Tensors()
            .Select(tensor => (Join(part.Path, tensor.Name), tensor.Kind, tensor.Tensor)));

    private static IEnumerable<(string Path, string Name, int Depth, Module Module)> Below(
        string path, string name, Module module, Module[] around)
    {
        yield return (path, name, around.Length, module);
        Module[] outer = [.. around, module];
        foreach (var (inner, child) in module.Children.Where(child => !outer.Contains(child.Value)))
        {
            foreach (var part in Below(Join(path, inner), inner, child, outer))
            {
                yield return part;
            }
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
