namespace NotebookGrad.Runner.Kernels;

/// <summary>Sends what cells write to the console to the kernel that runs them; other writers notice nothing.</summary>
internal static class ConsoleRouter
{
    private static readonly Lock Installing = new();
    private static TextWriter? output;
    private static TextWriter? error;

    /// <summary>Puts the routes in place, again if a cell has set writers of its own and left them.</summary>
    public static void Install()
    {
        lock (Installing)
        {
            // The console hands out a wrapper of what it is given; the wrapper is what is kept and set again.
            Console.SetOut(output ?? new RoutingWriter(Console.Out, isError: false));
            Console.SetError(error ?? new RoutingWriter(Console.Error, isError: true));
            output = Console.Out;
            error = Console.Error;
        }
    }
}
