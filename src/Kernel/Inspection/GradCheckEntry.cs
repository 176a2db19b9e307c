namespace NotebookGrad.Inspection;

/// <summary>One derivative, worked out in two ways.</summary>
/// <param name="Input">Number of the input.</param>
/// <param name="InputIndex">Place of the element that is moved.</param>
/// <param name="Output">Number of the output.</param>
/// <param name="OutputIndex">Place of the element that is looked at.</param>
/// <param name="IsForward">Whether forward mode gave the analytic number; else reverse mode.</param>
/// <param name="Analytic">The derivative by the engine.</param>
/// <param name="Numeric">The derivative by central differences.</param>
public sealed record GradCheckEntry(
    int Input,
    IReadOnlyList<int> InputIndex,
    int Output,
    IReadOnlyList<int> OutputIndex,
    bool IsForward,
    double Analytic,
    double Numeric)
{
    /// <summary>Which derivative it is: <c>∂output0[1]/∂input0[2, 0]</c>.</summary>
    public string Name => $"∂output{Place(Output, OutputIndex)}/∂input{Place(Input, InputIndex)}";

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} is {Analytic:G10} by "
        + $"{(IsForward ? "forward" : "reverse")} mode and {Numeric:G10} by central differences";

    private static string Place(int number, IReadOnlyList<int> index) => $"{number}[{string.Join(", ", index)}]";
}
