using System.Globalization;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>One call with what PyTorch computes for it.</summary>
/// <param name="Arguments">
/// The arguments by position: tensors, numbers, truth values, texts, dtypes, arrays of such, slices, an ellipsis, null.
/// </param>
/// <param name="Keywords">The arguments given by name.</param>
/// <param name="Value">The results.</param>
/// <param name="Gradients">By every tensor that requires one, in order; null where PyTorch has no derivative.</param>
/// <param name="Second">The gradients of the gradients; null where PyTorch has none.</param>
/// <param name="Errors">
/// PyTorch's own error in float32 of value, gradients and second gradients, on the scale of the tests; null where
/// float32 has another pattern of NaN and infinities.
/// </param>
/// <param name="DTypes32">The dtypes of the results in float32, where they are not float64's with float32 for it.</param>
/// <param name="Wrapper">How the first tensor is made what the operation needs: hermitian or triangular.</param>
/// <param name="Process">
/// The name in PyTorch's test library of what is made of the results before they are compared; null for nothing.
/// </param>
internal sealed record StoredSample(
    object?[] Arguments,
    Dictionary<string, object?> Keywords,
    StoredTensor[] Value,
    StoredTensor[]? Gradients,
    StoredTensor[]? Second,
    double?[] Errors,
    DType[]? DTypes32,
    string? Wrapper,
    string? Process)
{
    /// <summary>Whether any number is float64, so that the sample has a float32 form.</summary>
    public bool IsReal => Flat(Arguments.Concat(Keywords.Values)).OfType<StoredTensor>().Any(tensor => tensor.DType == DType.Float64);

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        ", ", Arguments.Select(Text).Concat(Keywords.Select(keyword => $"{keyword.Key}={Text(keyword.Value)}")));

    private static IEnumerable<object?> Flat(IEnumerable<object?> arguments) =>
        arguments.SelectMany(argument => argument is object?[] list ? Flat(list) : [argument]);

    private static string Text(object? argument) => argument switch
    {
        null => "None",
        object?[] list => $"[{string.Join(", ", list.Select(Text))}]",
        StoredTensor tensor => $"{tensor.DType.Text}[{string.Join(", ", tensor.Shape)}]",
        _ => string.Format(CultureInfo.InvariantCulture, "{0}", argument),
    };
}
