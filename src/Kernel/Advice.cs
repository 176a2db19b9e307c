namespace NotebookGrad;

/// <summary>Lines for the author of a program.</summary>
internal static class Advice
{
    /// <summary>Tells who listens, else the standard error.</summary>
    public static void Give(Action<string>? listeners, string advice)
    {
        if (listeners is not null)
        {
            listeners(advice);
        }
        else
        {
            Console.Error.WriteLine(advice);
        }
    }
}
