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

    /// <summary>The shapes that lead into a fold, as far as a word has room for them, and the one that leads out.</summary>
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
