using System.Collections.Concurrent;
using System.Text;
using Xunit.Abstractions;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>Counts what was replayed, and tells it in the end.</summary>
public sealed class Tally(IMessageSink console) : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> operations = new();
    private readonly ConcurrentDictionary<DType, int> samples = new();
    private readonly ConcurrentDictionary<string, int> leftOut = new();
    private string device = "";
    private int second;
    private int first;
    private int rough;
    private int elsewhere;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (operations.IsEmpty)
        {
            return;
        }

        var known = SampleFile.Operations;
        var text = new StringBuilder();
        text.AppendLine(
            $"OpInfo on {device}: {operations.Count} operations, {samples.GetValueOrDefault(DType.Float64)} samples replayed "
            + $"(each in order and strided), {first} with gradients and forward mode, {second} to second order; "
            + $"{samples.GetValueOrDefault(DType.Float32)} of them also in float32");
        text.AppendLine(
            $"  float32: {rough} samples are held to four times PyTorch's own float32 error instead of 2e-5; of {elsewhere} a part is "
            + "not compared, because PyTorch's float32 has other infinities, or picks otherwise, than its float64");
        foreach (var (reason, count) in leftOut.OrderByDescending(pair => pair.Value))
        {
            text.AppendLine($"  left out here: {count} {reason}");
        }

        var generator = known.Values.SelectMany(operation => operation.LeftOut).GroupBy(reason => reason.Key, reason => reason.Value);
        foreach (var reason in generator.OrderByDescending(group => group.Sum()))
        {
            text.AppendLine($"  left out of the files: {reason.Sum()} {reason.Key}");
        }

        var missing = known.Keys.Where(name => !Adapters.All.ContainsKey(name)).ToArray();
        text.AppendLine($"  without an adapter: {missing.Length}{(missing.Length > 0 ? ": " : "")}{string.Join(", ", missing)}");
        new Proof(console).Tell(text.ToString().TrimEnd());
    }

    internal void Add(string name)
    {
        device = Device.Default.Name;
        operations.TryAdd(name, true);
    }

    internal void AddSample(DType real, StoredSample sample)
    {
        samples.AddOrUpdate(real, 1, (_, count) => count + 1);
        if (real == DType.Float64)
        {
            first += sample.Gradients is null ? 0 : 1;
            second += sample.Second is null ? 0 : 1;
        }
        else
        {
            rough += sample.Errors.Any(error => 4 * error > 2e-5) ? 1 : 0;
            elsewhere += sample.Errors.Contains(null) ? 1 : 0;
        }
    }

    internal void LeaveOut(DType real, string reason)
    {
        if (real == DType.Float64)
        {
            leftOut.AddOrUpdate(reason, 1, (_, count) => count + 1);
        }
    }
}
