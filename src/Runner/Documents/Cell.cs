using System.Text.Json.Nodes;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Documents;

/// <summary>One cell of a notebook.</summary>
internal sealed class Cell
{
    /// <summary>Which kind of cell it is.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The language in which a code cell begins.</summary>
    public required string Language { get; init; }

    /// <summary>The text, with <c>\n</c> between lines.</summary>
    public required string Source { get; init; }

    /// <summary>The identity within the notebook; empty until <see cref="CellIds"/> has given one.</summary>
    public string Id { get; set; } = "";

    /// <summary>The file's own metadata, known or not.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Files embedded in a Markdown cell.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>The outputs that the file held; written back for a cell that is not run.</summary>
    public JsonArray? KeptOutputs { get; init; }

    /// <summary>The count that the file held; written back for a cell that is not run.</summary>
    public int? KeptExecutionCount { get; init; }

    /// <summary>How many cells had run when this one began, itself included; null if it has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>What it gave in this run.</summary>
    public OutputList Outputs { get; } = new();

    /// <summary>Whether any part of it is in a language that is run here.</summary>
    public bool IsExecutable =>
        Kind == CellKind.Code && LanguageBlock.Split(Source, Language).Any(block => Languages.IsRun(block.Language));

    /// <summary>Whether it is code that is left to another tool.</summary>
    public bool IsForeign => Kind == CellKind.Code && !IsExecutable && Source.AsSpan().Trim().Length > 0;
}
