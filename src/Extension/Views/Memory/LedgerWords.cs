using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Says who keeps a block of memory alive, and until when.</summary>
/// <param name="names">The variables, by the identity of nodes.</param>
/// <param name="result">The tensor that the ledger was asked for, by its name; null without one.</param>
internal sealed class LedgerWords(IReadOnlyDictionary<long, string> names, string? result)
{
    private const int MostKeepers = 3;

    private string Result => result ?? "the result";

    /// <summary>The sentence of a block: <c>saved by tanh at cell 3:2 for loss; freed by loss.Backward()</c>.</summary>
    public string KeptAlive(LedgerEntry entry)
    {
        var variable = PlainName.Of(names.GetValueOrDefault(entry.Id));
        var name = variable ?? PlainName.Of(entry.Name);
        IEnumerable<string> parts = entry.Kind switch
        {
            LedgerKind.Leaf => [$"{name ?? "data or a parameter"}, there without the graph", .. Savers(entry)],
            LedgerKind.Output => [$"the value of {Result}", .. Savers(entry)],
            LedgerKind.Saved => [.. Savers(entry), $"freed by {(result is null ? "its " : $"{result}.")}Backward()"],
            LedgerKind.Gradient => [$"gathered by backward; until {name ?? "the parameter"}.Grad is set to null"],
            LedgerKind.Preview => [$"the graph of {Result}, to be drawn; goes with it"],
            _ => Savers(entry),
        };
        return string.Join("; ", entry.Kind == LedgerKind.Saved && variable is not null
            ? parts.Append($"and the variable {variable} holds it")
            : parts);
    }

    /// <summary>Operations in a few words: <c>log, abs ×2 and 3 more</c>.</summary>
    public static string Operations(IReadOnlyList<LedgerKeeper> keptBy) => Brief(keptBy, keeper => Operation(keeper));

    private IEnumerable<string> Savers(LedgerEntry entry) => entry.KeptBy.Count == 0
        ? []
        : [$"saved by {Brief(entry.KeptBy, Place)} for {Result}"];

    private static string Brief(IReadOnlyList<LedgerKeeper> keptBy, Func<LedgerKeeper, string> say)
    {
        var keepers = keptBy
            .GroupBy(say)
            .Select(group => group.Count() > 1 ? $"{group.Key} ×{NumberText.Count(group.Count())}" : group.Key)
            .ToArray();
        var more = keepers.Length > MostKeepers ? $" and {NumberText.Count(keepers.Length - MostKeepers)} more" : "";
        return string.Join(", ", keepers.Take(MostKeepers)) + more;
    }

    private static string Place(LedgerKeeper keeper) =>
        PlainName.Of(keeper.Line) is { } line ? $"{Operation(keeper)} at {line}" : Operation(keeper);

    private static string Operation(LedgerKeeper keeper) => PlainName.Of(keeper.Operation) ?? "?";
}
