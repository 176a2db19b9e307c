using NotebookGrad.Runner.Commands;
using NotebookGrad.Runner.Workers;

namespace NotebookGrad.Runner;

/// <summary>The entry: the command line, or the process that runs one notebook's cells for it.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) =>
        arguments is [WorkerProcess.Verb, var pipe, var directory, .. var sources]
            ? WorkerLoop.RunAsync(pipe, directory, sources)
            : RunnerCommand.InvokeAsync(arguments);
}
