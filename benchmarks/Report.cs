using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookGrad.Benchmarks;

/// <summary>What a run found out, as a table for people and as JSON for programs.</summary>
internal sealed class Report(Target target, MachineLimits limits, Peer? peer)
{
    private const string Columns = "{0,-56} {1,12} {2,12} {3,7} {4,7} {5,15} {6,9}  {7}";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly List<Row> rows = [];

    /// <summary>Writes what was compared on which machine, and the table's head.</summary>
    public void Begin()
    {
        Console.WriteLine(Machine.Describe());
        if (!target.IsHost)
        {
            Console.WriteLine(target);
        }

        Console.WriteLine(
            $"threads: {limits.Threads}; "
            + (limits.Flops is { } flops ? $"at best {Text(flops / 1e9)} GFLOP/s in float32, " : "")
            + $"copies at {Text(limits.Bandwidth / 1e9)} GB/s");
        if (peer is not null)
        {
            Console.WriteLine(
                $"PyTorch {peer.Version} on {peer.Device}, threads: {peer.Threads}, matrix products by: {peer.Blas}");
            if (peer.HasReferenceBlas)
            {
                Console.WriteLine("  That is the unoptimized reference library: compare matmul with a PyTorch that has "
                    + "OpenBLAS (apt install libopenblas0-pthread).");
            }
        }

        Console.WriteLine();
        Write("case", "ours µs", "PyTorch µs", "ratio", "aim", "half of rounds", "of limit", string.Empty);
    }

    /// <summary>Adds a case to the table.</summary>
    public void Add(Row row)
    {
        rows.Add(row);
        var spread = row.Ratio ?? row.Ours;
        Write(
            row.Case,
            Text(row.Ours.Median),
            row.Theirs is null ? "–" : Text(row.Theirs.Median),
            row.Ratio is null ? "–" : Text(row.Ratio.Median),
            $"{row.Aim}",
            $"{Text(spread.Lower)}–{Text(spread.Upper)}",
            row.LimitShare is null ? string.Empty : row.LimitShare.Value.ToString("P0", CultureInfo.InvariantCulture),
            row.IsMet switch
            {
                null => string.Empty,
                true => "met",
                false => row.Aim!.Value.IsShare ? "below the aim" : "above the aim",
            });
    }

    /// <summary>Writes everything to a JSON file.</summary>
    public void Save(string path)
    {
        var content = new
        {
            Machine = Machine.Describe(),
            Device = new { target.Info, target.Driver, target.Device.MatMulLibrary },
            Threads.Count,
            Limits = limits,
            Peer = peer is null ? null : new { peer.Version, peer.Device, peer.Blas, peer.Threads },
            Unit = "microseconds",
            Rows = rows,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(content, Indented));
    }

    private static void Write(params object[] cells) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, cells).TrimEnd());

    private static string Text(double number) => number switch
    {
        >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number.ToString("0.0##", CultureInfo.InvariantCulture),
    };
}
