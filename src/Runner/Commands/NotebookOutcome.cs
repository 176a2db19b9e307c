namespace NotebookGrad.Runner.Commands;

/// <summary>How a notebook's run ended.</summary>
/// <param name="Status">In one word.</param>
/// <param name="Problem">In one sentence, for the reader of its page; null if all is well.</param>
internal sealed record NotebookOutcome(RunStatus Status, string? Problem = null);
