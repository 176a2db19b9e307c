using System.Text;

namespace NotebookGrad.Nn;

/// <summary>Modules as text, as PyTorch prints them: what each was made with, what is inside indented.</summary>
internal static class ModuleText
{
    // A module may hold one that holds it.
    private const int MostDepth = 32;

    public static string Write(Module module)
    {
        var text = new StringBuilder();
        Write(module, text, 0);
        return text.ToString();
    }

    private static void Write(Module module, StringBuilder text, int depth)
    {
        text.Append(module.TypeName).Append('(').Append(module.Description);
        KeyValuePair<string, Module>[] children = depth < MostDepth ? [.. module.Children] : [];
        if (children.Length > 0)
        {
            var indent = new string(' ', 2 * (depth + 1));
            foreach (var (name, child) in children)
            {
                text.Append('\n').Append(indent).Append('(').Append(name).Append("): ");
                Write(child, text, depth + 1);
            }

            text.Append('\n').Append(' ', 2 * depth);
        }

        text.Append(')');
    }
}
