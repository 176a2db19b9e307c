namespace NotebookGrad.Charts;

/// <summary>Properties of Plotly.NET's objects, under their names in the reference of plotly.js.</summary>
internal static class Properties
{
    /// <summary>Sets a property, and gives the same object back; null leaves it to its default.</summary>
    public static T With<T>(this T target, string name, object? value)
        where T : DynamicObj.DynamicObj
    {
        if (value is not null)
        {
            target.SetProperty(name, value);
        }

        return target;
    }

    /// <summary>Sets the text of a title.</summary>
    public static T WithTitle<T>(this T target, string text)
        where T : DynamicObj.DynamicObj => target.With("title", new Title().With("text", Text(text)));

    /// <summary>A name as text and nothing else: what looks like a tag would be taken for one.</summary>
    public static string Text(string name) => System.Net.WebUtility.HtmlEncode(name);
}
