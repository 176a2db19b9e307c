using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>What a few words tell of a value.</summary>
internal static class ValueText
{
    private const int LongestShape = 28;

    /// <summary>Whether a tensor of this shape holds one number.</summary>
    public static bool IsNumber(Shape shape)
    {
        foreach (var length in shape.Lengths)
        {
            if (length != 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number where there is just one and it is known.</summary>
    public static double? Number(ValueSummary? summary) =>
        summary is { Count: 1, First.Count: > 0 } ? summary.First[0] : null;

    /// <summary>A shape; one of many axes is cut in the middle.</summary>
    public static string Of(Shape shape)
    {
        var text = shape.ToString();
        return text.Length <= LongestShape || shape.Rank < 4
            ? text
            : $"[{shape[0]}, {shape[1]}, …, {shape[^1]}] ({shape.Rank} axes)";
    }

    /// <summary>A type as code writes it: <c>float32</c>.</summary>
    public static string Of(DType type) => type.ToString().ToLowerInvariant();

    /// <summary>Type and shape: <c>scalar float32</c>, <c>float32 [3, 4]</c>.</summary>
    public static string Type(DType type, Shape shape) =>
        shape.Rank == 0 ? $"scalar {Of(type)}" : $"{Of(type)} {Of(shape)}";

    /// <summary>
    /// The number itself, mean ± deviation or, for what is counted or true, what that tells: <c>0…9 int64</c>,
    /// <c>37% true</c>.
    /// </summary>
    public static string Of(ValueSummary summary, DType type) => type switch
    {
        DType.Bool when Number(summary) is { } number => number == 0 ? "false" : "true",
        DType.Bool when summary is { Count: > 0, Mean: >= 0 and <= 1 } =>
            $"{NumberText.Short(Math.Round(summary.Mean * 100))}% true",
        DType.Int64 when summary is { Count: > 1 } && double.IsFinite(summary.Minimum) =>
            $"{NumberText.Of(summary.Minimum)}…{NumberText.Of(summary.Maximum)} {Of(type)}",
        _ => Of(summary),
    };

    /// <summary>
    /// A gradient; a fold's as norms: what arrives, and before that what it passes on or, where it passes nothing on,
    /// what arrives at its first part.
    /// </summary>
    public static string Gradient(ReadNode node, ValueSummary gradient)
    {
        if (node.Fold is not { Operations: > 0 })
        {
            return Of(gradient);
        }

        var passed = MergedSummary.Of(node.Operands
            .Where(edge => edge.CarriesGradient)
            .Select(edge => edge.Contribution ?? edge.From.Node.Gradient));
        var arrives = Norm(gradient);
        return passed is not null ? $"{Norm(passed)} ← {arrives}"
            : node.Fold.Gradients is [var first, ..] ? $"{Norm(first)} … {arrives}"
            : arrives;
    }

    /// <summary>The norm of a gradient, or what is not finite in it.</summary>
    public static string Norm(ValueSummary gradient) => gradient.NaNs > 0 ? "NaN"
        : gradient.Infinities > 0 ? "∞" : $"‖{NumberText.Short(gradient.Norm)}‖";

    /// <summary>The shape that leads into a fold, where there is just one, and the one that leads out.</summary>
    public static string Flow(ReadNode node)
    {
        var result = Of(node.Node.Shape);
        var operands = node.Operands
            .Where(edge => edge.From.Node.Kind != GraphNodeKind.Parameter)
            .Select(edge => edge.From.Fold is { Operations: 0 } ? "…" : Of(edge.From.Node.Shape))
            .Distinct()
            .ToArray();
        return operands switch
        {
            [] => $"→ {result}",
            [var only] when only == result => result,
            [var only] => $"{only} → {result}",
            _ => $"… → {result}",
        };
    }

    /// <summary>The number itself, or mean ± deviation; what is not finite is counted.</summary>
    public static string Of(ValueSummary summary)
    {
        if (Number(summary) is { } number)
        {
            return NumberText.Of(number);
        }

        if (summary.Count == 0)
        {
            return "empty";
        }

        var finite = summary.Count - summary.NaNs - summary.Infinities;
        string[] parts =
        [
            .. finite > 0 ? [NumberText.Spread(summary.Mean, summary.Deviation)] : Array.Empty<string>(),
            .. NotFinite(summary),
        ];
        return string.Join(", ", parts);
    }

    /// <summary>Counts what is not finite: <c>NaN ×3</c>, <c>±∞ ×1</c>.</summary>
    public static IEnumerable<string> NotFinite(ValueSummary summary)
    {
        if (summary.NaNs > 0)
        {
            yield return $"NaN ×{NumberText.Count(summary.NaNs)}";
        }

        if (summary.Infinities > 0)
        {
            yield return $"±∞ ×{NumberText.Count(summary.Infinities)}";
        }
    }

    /// <summary>The usual size of an element: the root of the mean square.</summary>
    public static double Size(ValueSummary summary) => summary.Norm / Math.Sqrt(Math.Max(1, summary.Count));
}
