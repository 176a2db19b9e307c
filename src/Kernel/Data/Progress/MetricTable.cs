using NotebookGrad.Inspection;

namespace NotebookGrad.Data;

/// <summary>What was measured in a loop, by name.</summary>
internal sealed class MetricTable
{
    private const int Most = 12;
    private const string Loss = "loss";

    private readonly OrderedDictionary<string, MetricSeries> series = [];

    /// <summary>Adds a number that belongs to the last of so many steps.</summary>
    /// <exception cref="ArgumentException">It is one quantity too many.</exception>
    public void Add(string name, long steps, double value)
    {
        if (!series.ContainsKey(name) && series.Count == Most)
        {
            throw new ArgumentException(
                $"report: \"{name}\" is one quantity more than the {Most} that a picture holds; give what belongs "
                + "together one name");
        }

        SeriesOf(name).Add(Math.Max(0, steps - 1), value);
    }

    /// <summary>Adds a loss; under its own name, if there is room for it.</summary>
    public void AddLoss(string? name, long steps, double value)
    {
        var known = name is not null && (series.ContainsKey(name) || series.Count < Most) ? name : Loss;
        SeriesOf(known).Add(Math.Max(0, steps - 1), value);
    }

    /// <summary>The numbers up to now.</summary>
    public IReadOnlyList<ProgressMetric> Snapshot() => [.. series.Values.Select(one => one.Snapshot())];

    private MetricSeries SeriesOf(string name)
    {
        if (!series.TryGetValue(name, out var found))
        {
            series.Add(name, found = new MetricSeries(name));
        }

        return found;
    }
}
