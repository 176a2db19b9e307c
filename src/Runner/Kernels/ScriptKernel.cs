using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Packages;
using NotebookGrad.Runner.Pages;

namespace NotebookGrad.Runner.Kernels;

/// <summary>Runs C# cells as one growing script in this process.</summary>
internal sealed class ScriptKernel : IKernel
{
    /// <summary>The namespaces that are open in .NET Interactive, and the functions that cells know there.</summary>
    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", "NbGrad.CellFunctions",
    ];

    private readonly KernelSettings settings;
    private readonly PackageSession packages;
    private ScriptOptions options;

    public ScriptKernel(KernelSettings settings)
    {
        this.settings = settings;
        packages = new PackageSession(settings);
        options = StandardOptions()
            .WithSourceResolver(new CellSourceResolver(settings.Directory))
            .WithMetadataResolver(ScriptMetadataResolver.Default
                .WithBaseDirectory(settings.Directory)
                .WithSearchPaths(settings.Directory));
    }

    /// <summary>The way from the cells' code to this kernel.</summary>
    public KernelContext Context { get; } = new();

    /// <inheritdoc/>
    public Task Warm => WarmUp.Done;

    /// <summary>What the compiler is told for every script.</summary>
    public static ScriptOptions StandardOptions() => ScriptOptions.Default
        .WithReferences(ScriptReferences.Standard)
        .WithImports(Usings)
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    /// <inheritdoc/>
    public async Task ExecuteAsync(CellRequest cell, Action<CellOutput> emit, CancellationToken cancellation)
    {
        ConsoleRouter.Install();
        Context.Enter(emit, cancellation);
        var blocks = LanguageBlock.Split(cell.Source, cell.Language);
        if (await RunAsync(blocks, cell.Name, isResult: true) is { } error)
        {
            Context.Emit(error);
        }
    }

    /// <summary>Runs the blocks until one fails.</summary>
    private async Task<ErrorOutput?> RunAsync(IEnumerable<LanguageBlock> blocks, string name, bool isResult)
    {
        try
        {
            foreach (var block in blocks)
            {
                await RunAsync(block, name, isResult);
            }

            return null;
        }
        catch (Exception failure)
        {
            return ScriptErrors.Describe(failure, name);
        }
    }

    private async Task RunAsync(LanguageBlock block, string name, bool isResult)
    {
        switch (block.Language)
        {
            case Languages.CSharp:
                await RunCSharpAsync(block, name, isResult);
                break;
            case Languages.Markdown:
                ShowHtml(MarkdownText.ToHtml(block.Source));
                break;
            case Languages.Html:
                ShowHtml(block.Source);
                break;
            default:
                Context.Emit(new Notice($"{name}, line {block.FirstLine}: {block.Language} is skipped"));
                break;
        }
    }

    private void ShowHtml(string html) =>
        Context.Emit(new DataOutput(new Dictionary<string, string> { ["text/html"] = html }));

    private async Task RunCSharpAsync(LanguageBlock block, string name, bool isResult)
    {
        var directives = CellDirectives.Parse(block.Source);
        foreach (var magic in directives.Magics)
        {
            Context.Emit(new Notice($"{name}: '{magic}' is a magic command of .NET Interactive and is left out"));
        }

        await LoadAsync(directives, block.FirstLine + directives.Line - 1);
        if (!Submission.IsBlank(directives.Code))
        {
            await SubmitAsync(directives.Code, name, block.FirstLine, isResult);
        }
    }

    /// <summary>Makes assemblies and packages available, and runs the packages' extension scripts.</summary>
    private async Task LoadAsync(CellDirectives directives, int line)
    {
        try
        {
            foreach (var file in directives.Assemblies)
            {
                options = options.AddReferences(AssemblyBinder.Load(file, settings.Directory));
            }

            packages.AddSources(directives.Sources);
            var loaded = await packages.AddAsync(
                directives.Packages, text => Context.Emit(new Notice(text)));
            options = options.AddReferences(loaded.SelectMany(AssemblyBinder.Load));
            foreach (var package in loaded.Where(package => package.Extension is not null))
            {
                await RunExtensionAsync(package, package.Extension!);
            }
        }
        catch (PackageException problem)
        {
            throw new CellFailureException("PackageError", problem.Message, line);
        }
    }

    /// <summary>A broken extension must be seen, and must not keep a notebook from its package.</summary>
    private async Task RunExtensionAsync(ResolvedPackage package, string path)
    {
        var blocks = LanguageBlock.Split((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), Languages.CSharp)
            .Where(block => block.Language != Languages.Metadata);
        if (await RunAsync(blocks, $"extension of {package.Id}", isResult: false) is { } error)
        {
            var place = error.Line is { } line ? $", line {line}" : "";
            Context.Emit(new TextOutput(
                IsError: true,
                $"The extension of {package.Id} {package.Version} failed{place}:\n"
                + string.Join('\n', error.Traceback) + "\n"));
        }
    }

    private async Task SubmitAsync(string code, string name, int firstLine, bool isResult)
    {
        await Warm;
        var text = Submission.Text(code, name, firstLine);
        var named = options.WithFilePath(name);
        var before = Context.State;
        var script = before is null
            ? CSharpScript.Create<object?>(text, named)
            : before.Script.ContinueWith<object?>(text, named);
        var after = before is null
            ? await script.RunAsync(catchException: _ => true)
            : await script.RunFromAsync(before, catchException: _ => true);
        Context.State = after;
        if (after.Exception is not null)
        {
            throw new ThrownInCellException(after.Exception);
        }

        if (Submission.HasValue(script))
        {
            Context.Emit(new DataOutput(ValueFormatter.Format(after.ReturnValue, []), isResult));
        }
    }
}
