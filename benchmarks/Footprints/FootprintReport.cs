using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>What was found out about memory, as tables for people and as JSON for programs.</summary>
internal sealed class FootprintReport(Peak peak)
{
    private const string Columns = "{0,8} {1,12} {2,12} {3,12} {4,14} {5,12}";
    private const int Every = TrainingCurve.Samples / 10;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string training = string.Empty;
    private TrainingCurve? curve;

    /// <summary>Writes the peaks.</summary>
    public void Begin()
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
        Console.WriteLine();
        Console.WriteLine($"{peak.Case}: the process's peak over that at its start");
        Console.WriteLine($"  NotebookGrad {Megabytes(peak.Ours)} MB");
        if (peak is { Theirs: { } theirs, Ratio: { } ratio })
        {
            Console.WriteLine($"  PyTorch {peak.PeerVersion} {Megabytes(theirs)} MB; ratio {Number(ratio)} "
                + $"(aim ≤ {Number(Peak.Aim)})");
        }

        Console.WriteLine();
    }

    /// <summary>Writes the curve of a training.</summary>
    public void Add(string name, TrainingCurve measured)
    {
        (training, curve) = (name, measured);
        Console.WriteLine($"{name}, over and over; MB, and methods compiled");
        Write("step", "process", "lent", "idle", "most lent", "compiled");
        foreach (var sample in measured.All.Where((_, i) => i == 0 || (i + 1) % Every == 0))
        {
            Write(
                sample.Step, Megabytes(sample.Resident), Megabytes(sample.Allocated), Megabytes(sample.Idle),
                Megabytes(sample.MostAllocated), Whole(sample.Methods));
        }

        var warmUp = measured.All[measured.WarmUp - 1].Step;
        Console.WriteLine($"after {Whole(warmUp)} steps the runtime had compiled; growth of the process in the "
            + $"{Whole(measured.All[^1].Step - warmUp)} after: "
            + $"{measured.Growth.ToString("P1", CultureInfo.InvariantCulture)} "
            + $"(aim ≤ {TrainingCurve.Aim.ToString("P0", CultureInfo.InvariantCulture)})");
    }

    /// <summary>Writes everything to a JSON file.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(
        new
        {
            Runtime = RuntimeInformation.FrameworkDescription,
            Unit = "bytes",
            Peak = peak,
            Training = training,
            curve?.Growth,
            curve?.WarmUp,
            Samples = curve?.All,
        }, Indented));

    private static void Write(params object[] cells) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, cells));

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N1", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.0##", CultureInfo.InvariantCulture);
}
