using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>PyTorch's own samples of its operations, replayed.</summary>
public abstract class OpInfoSuite : DeviceSuite
{
    private const int SamplesInPart = 8;

    private readonly Tally tally;

    private protected OpInfoSuite(Device device, Tally tally)
        : base(device) => this.tally = tally;

    public static TheoryData<string, DType> Rows()
    {
        var rows = new TheoryData<string, DType>();
        foreach (var name in SampleFile.Operations.Keys.Where(Adapters.All.ContainsKey))
        {
            rows.Add(name, DType.Float64);
            rows.Add(name, DType.Float32);
        }

        return rows;
    }

    [DeviceFact]
    public void Every_adapter_has_samples() => Assert.Empty(Adapters.All.Keys.Except(SampleFile.Operations.Keys));

    [DeviceTheory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_second_gradients_and_tangents_are_those_of_PyTorch(string name, DType real)
    {
        var failures = new List<string>();
        var samples = SampleFile.Operations[name].Samples;
        foreach (var i in Effort.Of([.. Enumerable.Range(0, samples.Length)], SamplesInPart))
        {
            if (real == DType.Float64 || samples[i].IsReal)
            {
                Run(name, real, samples[i], $"sample {i} ({samples[i]})", failures);
            }
        }

        tally.Add(name);
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} differences in {samples.Length} samples:\n{string.Join("\n", failures.Take(12))}");
    }

    private void Run(string name, DType real, StoredSample sample, string title, List<string> failures)
    {
        try
        {
            foreach (var contiguous in new[] { true, false })
            {
                var differences = Replay.Differences(sample, Adapters.All[name], real, contiguous);
                failures.AddRange(differences.Select(difference => $"{title}{(contiguous ? "" : ", strided")}: {difference}"));
            }

            tally.AddSample(real, sample);
        }
        catch (LeftOutException reason)
        {
            tally.LeaveOut(real, reason.Message);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            failures.Add($"{title}: {error.GetType().Name}: {error.Message.Split('\n')[0]} {error.StackTrace?.Split('\n').FirstOrDefault()}");
        }
    }
}
