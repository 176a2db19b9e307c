namespace NotebookGrad.Runner.Outputs;

/// <summary>A value in one or more MIME types: displayed, or the value of the cell's last expression.</summary>
/// <param name="Data">The value by MIME type.</param>
/// <param name="IsResult">Whether it is the value of the cell's last expression.</param>
/// <param name="DisplayId">Name by which a later output may replace this one.</param>
/// <param name="Replaces">Whether it takes the place of the earlier output with this <see cref="DisplayId"/>.</param>
internal sealed record DataOutput(
    IReadOnlyDictionary<string, string> Data,
    bool IsResult = false,
    string? DisplayId = null,
    bool Replaces = false) : CellOutput;
