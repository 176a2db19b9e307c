using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace NotebookGrad.Runner.Kernels;

/// <summary>Gets the compiler and the formatters going, once a process, while packages are being restored.</summary>
internal static class WarmUp
{
    private const string Code = """
        var numbers = Enumerable.Range(0, 3).Select(number => number * 0.5).ToList();
        await Task.CompletedTask;
        $"{numbers.Count}"
        """;

    /// <summary>Ends when the first cell will meet no cold code; begins at the first mention.</summary>
    public static Task Done { get; } = Task.Run(RunAsync);

    private static async Task RunAsync()
    {
        var script = CSharpScript.Create<object?>(
            Submission.Text(Code, "warm-up", 1), ScriptKernel.StandardOptions().WithFilePath("warm-up"));
        var state = await script.RunAsync();
        _ = Submission.HasValue(script);
        _ = ValueFormatter.Format(state.ReturnValue, []);
    }
}
