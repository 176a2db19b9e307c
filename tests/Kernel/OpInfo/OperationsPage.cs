using System.Text;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>
/// The page of <c>docs/operations.md</c>: which operations are held against PyTorch's samples, and to which order of
/// differentiation.
/// </summary>
internal static class OperationsPage
{
    /// <summary>The page as it should be.</summary>
    public static string Write()
    {
        var names = Adapters.All.Keys.ToArray();
        var page = new StringBuilder();
        page.AppendLine("# Operations");
        page.AppendLine();
        page.AppendLine(
            $"""
            Each row is an operation under PyTorch's name, with the number of PyTorch's own samples (its OpInfo database,
            version 1.13) that the tests replay. *Order* is how far derivatives are held against PyTorch's: 2 is value,
            gradient and gradient of the gradient; 0 is an operation without a derivative, or one that PyTorch does not
            differentiate. Where there is a gradient, forward mode is checked as its transpose. Derivatives are stated in
            operations that have derivatives themselves, so that orders beyond the second follow.

            {names.Length} names, {names.Sum(name => SampleFile.Operations[name].Samples.Length)} samples. The page is
            written by the tests (CONTRIBUTING.md tells how).
            """);
        foreach (var (title, adapters) in Adapters.Families)
        {
            page.AppendLine();
            page.AppendLine($"## {title}");
            page.AppendLine();
            page.AppendLine("| operation | samples | order |");
            page.AppendLine("|---|---|---|");
            foreach (var name in adapters.Select(adapter => adapter.Key).Order(StringComparer.Ordinal))
            {
                var samples = SampleFile.Operations[name].Samples;
                page.AppendLine($"| `{name}` | {samples.Length} | {samples.Select(Order).DefaultIfEmpty().Max()} |");
            }
        }

        return page.ToString();
    }

    private static int Order(StoredSample sample) => sample switch
    {
        { Gradients: null } => 0,
        { Second: null } => 1,
        _ => 2,
    };
}
