namespace NotebookGrad.Tests.Data;

/// <summary>Misuses of loops with progress.</summary>
public static class LoopMisuses
{
    public static TheoryData<string, Action> Rows() => new()
    {
        { "with progress: 0 epochs; give 1 or more", () => Loader.WithProgress(epochs: 0) },
        { "with progress: -3 epochs; give 1 or more", () => Loader.WithProgress(-3) },
        { "with progress: a total of -1; give 0 or more, or none where it is not known", () => new[] { 1 }.WithProgress(total: -1) },
        { "Value cannot be null. (Parameter 'source')", () => ((int[])null!).WithProgress() },
        { "with progress: the noun is \" \"; give what the loop counts, such as \"epoch\"", () => new[] { 1 }.WithProgress(" ") },
        { "report: \"loss\" with v [2]; give a name and one number, as in Report((\"accuracy\", 0.9))", () => Loop.Report(("loss", Tensor.Ones(2).Named("v"))) },
        { "report: \"\" with a tensor []; give a name and one number, as in Report((\"accuracy\", 0.9))", () => Loop.Report(("", 1.0)) },
        { "report: \"loss\" with null; give a name and one number, as in Report((\"accuracy\", 0.9))", () => Loop.Report(("loss", null!)) },
        { "report: \"13\" is one quantity more than the 12 that a picture holds; give what belongs together one name", () => { var loop = Loop; for (var i = 1; i <= 13; i++) { loop.Report(($"{i}", i)); } } },
    };

    private static DataLoader Loader => new(Datasets.Of(new[] { 1, 2, 3 }), 1);

    private static ProgressLoop Loop => new ProgressLoop<int>([1], "step", null, 1, host: new RecordingHost());
}
