namespace NotebookGrad.Inspection;

/// <summary>A loop, or one inside of another.</summary>
/// <param name="Noun">What it counts, such as <c>batch</c>.</param>
/// <param name="Done">How many are done; where the loop was left, how many were begun.</param>
/// <param name="Total">How many there are, or null where that is not known.</param>
public sealed record ProgressPart(string Noun, long Done, long? Total)
{
    /// <summary>The number and the noun: <c>94 batches</c>.</summary>
    internal string Count => FormattableString.Invariant($"{Done:N0} {(Done == 1 ? Noun : PluralOf(Noun))}");

    /// <summary>How far it is: <c>37 of 94 batches</c>.</summary>
    internal string Way => Total is { } total
        ? FormattableString.Invariant($"{Done:N0} of {total:N0} {(total == 1 ? Noun : PluralOf(Noun))}")
        : Count;

    /// <summary>Which one is the turn of: <c>batch 38 of 94</c>.</summary>
    /// <param name="number">Its number, from 1.</param>
    internal string Place(long number) => Total is { } total
        ? FormattableString.Invariant($"{Noun} {Math.Min(number, total):N0} of {total:N0}")
        : FormattableString.Invariant($"{Noun} {number:N0}");

    /// <summary>Several of what a noun names.</summary>
    internal static string PluralOf(string noun) =>
        noun.EndsWith("tch", StringComparison.Ordinal) || noun.EndsWith('s') ? noun + "es" : noun + "s";
}
