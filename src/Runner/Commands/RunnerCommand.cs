using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NotebookGrad.Runner.Commands;

/// <summary>The command line: <c>nbgrad run PATH…</c>.</summary>
internal static class RunnerCommand
{
    private const int DefaultTimeout = 300;

    /// <summary>For terminals that do not tell theirs.</summary>
    private const int UsualWidth = 80;

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Notebooks (.ipynb, .dib), and folders of notebooks.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Writes a page for each notebook, and a list of them, into this folder.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Writes the notebooks with their outputs (.ipynb) into this folder.",
        HelpName = "DIR",
    };

    private static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "How long one cell may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => DefaultTimeout,
        CustomParser = ReadTimeout,
    };

    private static readonly Option<string[]> Sources = new("--source")
    {
        Description = "A further source of packages: a folder or an address. May be given several times.",
        HelpName = "FOLDER_OR_URL",
    };

    public static async Task<int> InvokeAsync(string[] arguments)
    {
        var run = new Command("run", "Runs notebooks, each in a process of its own.")
        {
            Paths, Html, Output, Timeout, Sources,
        };
        Paths.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(token => token.Value))
            {
                if (path.StartsWith('-') && !Path.Exists(path))
                {
                    result.AddError($"Unknown option '{path}'.");
                }
            }
        });
        run.SetAction((parsed, _) => RunAsync(Read(parsed)));
        var root = new RootCommand("Runs C# notebooks without .NET Interactive.") { run };
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction errors)
        {
            errors.ShowHelp = false;
        }

        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? ExitCode.Unusable : exitCode;
    }

    private static double ReadTimeout(ArgumentResult result)
    {
        var isNumber = double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds);
        if (!isNumber || seconds is not (> 0 and < 1e6))
        {
            result.AddError("--timeout must be a number of seconds greater than 0.");
        }

        return seconds;
    }

    private static RunOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(Paths),
        parsed.GetValue(Html),
        parsed.GetValue(Output),
        TimeSpan.FromSeconds(parsed.GetValue(Timeout)),
        [.. (parsed.GetValue(Sources) ?? []).Select(FullSource)]);

    private static string FullSource(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) && !uri.IsFile ? source : Path.GetFullPath(source);

    private static async Task<int> RunAsync(RunOptions options)
    {
        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        int? width = Console.IsOutputRedirected ? null
            : Console.WindowWidth is var columns and > 0 ? columns
            : UsualWidth;
        var progress = new ProgressReport(Console.Out, Console.Error, width);
        var missing = options.Sources.FirstOrDefault(source => Path.IsPathRooted(source) && !Directory.Exists(source));
        if (missing is not null)
        {
            progress.Fail($"--source: there is no folder {missing}.");
            return ExitCode.Unusable;
        }

        try
        {
            return await new RunAll(options, progress).ExecuteAsync(interruption.Token);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            progress.Fail(problem.Message);
            return ExitCode.Unusable;
        }

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            interruption.Cancel();
        }
    }
}
