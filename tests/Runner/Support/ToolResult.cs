namespace NotebookGrad.Runner.Tests.Support;

internal sealed record ToolResult(int ExitCode, string Output, string Errors);
