using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad;

/// <summary>What a notebook host does when it loads the package; <c>extension.dib</c> calls it.</summary>
public static class Notebook
{
    /// <summary>
    /// Teaches the host to show tensors, nodes, graphs, ledgers, curves, modules, loops, devices and reports as
    /// <c>text/html</c> and <c>text/plain</c>, and loaders without going through them.
    /// </summary>
    /// <param name="register">
    /// Registers with the host how things of a type are written as a MIME type; the host should prefer both.
    /// </param>
    /// <param name="variables">
    /// The notebook's variables in the order of their declaration, by which tensors without a name are called.
    /// </param>
    /// <param name="display">
    /// Shows a thing among the outputs of the cell that runs, and gives what shows another one in its place.
    /// </param>
    /// <param name="interruption">
    /// Is cancelled when the user stops the cell that runs; each cell has its own. Outside of cells, none.
    /// </param>
    public static void Load(
        Action<Type, string, Func<object, string>> register,
        Func<IEnumerable<KeyValuePair<string, object?>>> variables,
        Func<object, Action<object>> display,
        Func<CancellationToken> interruption)
    {
        VariableNames.Follow(variables);
        LiveHost.Current = new NotebookHost(display, interruption);
        foreach (var type in ViewOf.Types)
        {
            register(type, "text/html", thing => Guarded(
                () => ViewOf.Thing(thing).ToHtml(),
                message => $"<pre>{Markup.Escape(message)}</pre>"));
            register(type, "text/plain", thing => Guarded(() => ViewOf.Thing(thing).ToText(), message => message));
        }

        // What can be gone through hosts show by going through it, in a list of variables too: that begins an epoch.
        register(typeof(DataLoader), "text/html", loader => $"<pre>{Markup.Escape($"{loader}")}</pre>");
        register(typeof(DataLoader), "text/plain", loader => $"{loader}");
        register(typeof(DataLoader), "text/plain+summary", loader => $"{loader}");
        register(typeof(ProgressLoop), "text/plain+summary", loop => $"{loop}");
    }

    private static string Guarded(Func<string> show, Func<string, string> tell)
    {
        try
        {
            return show();
        }
        catch (Exception error) when (error is not DeviceFaultException)
        {
            // A host fails the whole cell when showing its value fails, and the value was right; what a device tells
            // late is a mistake of the cell, which would have failed on the processor.
            return tell($"This value cannot be shown: {error.Message}");
        }
    }
}
