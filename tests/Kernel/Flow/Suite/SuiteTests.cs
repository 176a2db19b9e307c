using Xunit.Abstractions;

namespace NotebookGrad.Tests.Flow.Suite;

public class SuiteTests(ITestOutputHelper output)
{
    [Fact]
    public void Known()
    {
        var trials = Suites.Run(Suites.Known);
        var text = new System.Text.StringBuilder();
        foreach (var trial in trials)
        {
            text.AppendLine($"{(trial.IsRight ? "ok " : "BAD")} {trial.Subject.Disease?.ToString() ?? "healthy"} | {trial.Subject.Name} | {trial.Named} | {string.Join(' ', trial.Flow.Moments.Select(m => m.Loss.ToString("G3")))}");
            foreach (var finding in trial.Flow.Findings)
            {
                text.AppendLine($"      {finding}");
            }
        }

        System.IO.File.WriteAllText("/tmp/diagnosis-scratch/known.txt", text.ToString());
        Assert.All(trials, trial => Assert.True(trial.IsRight, trial.ToString()));
    }
}
