using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Nn;

/// <summary>Finds what a module's fields hold: modules, tensors, and lists and dictionaries of them.</summary>
internal static class ModuleFields
{
    // Types of notebooks come and go.
    private static readonly ConditionalWeakTable<Type, (string Name, FieldInfo Field)[]> Known = [];

    /// <summary>Modules and tensors by name: base classes' first, then as they are declared.</summary>
    public static IEnumerable<(string Name, object Value)> Of(Module module) =>
        Known.GetValue(module.GetType(), Find).SelectMany(field => Parts(field.Name, field.Field.GetValue(module)));

    private static (string Name, FieldInfo Field)[] Find(Type type)
    {
        var fields = new List<(string, FieldInfo)>();
        for (var at = type; at is not null && at != typeof(Module); at = at.BaseType)
        {
            const BindingFlags Own =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            fields.InsertRange(0, at.GetFields(Own)
                .OrderBy(field => field.MetadataToken)
                .Select(field => (MemberName.Of(field.Name), field)));
        }

        return [.. fields];
    }

    private static IEnumerable<(string Name, object Value)> Parts(string name, object? value)
    {
        // Other sequences may be made as they are walked, or never end.
        return value switch
        {
            Module or Tensor => [(name, value)],
            IReadOnlyList<Module> or IReadOnlyList<Tensor> or IReadOnlyList<IReadOnlyList<Module>> =>
                ((IEnumerable)value).Cast<object?>().SelectMany((part, index) => Parts($"{name}.{index}", part)),
            IDictionary dictionary => dictionary.Keys.OfType<string>()
                .SelectMany(key => Parts($"{name}.{key}", dictionary[key])),
            _ => [],
        };
    }
}
