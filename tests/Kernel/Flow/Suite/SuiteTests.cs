namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>
/// Trains networks that are sick, each for a known reason, and networks that are healthy, and looks at what is found.
/// </summary>
public class SuiteTests(Proof proof) : IClassFixture<Proof>
{
    private const double Share = 0.95;

    [Fact]
    public void The_networks_that_the_rules_were_made_with_are_named_rightly() => Check("known", Suites.Known);

    [Fact]
    public void Other_networks_are_named_rightly() => Check("held out", Suites.HeldOut);

    private void Check(string what, Lazy<IReadOnlyList<Trial>> suite)
    {
        var sick = suite.Value.Where(trial => trial.Subject.Disease is not null).ToArray();
        var healthy = suite.Value.Except(sick).ToArray();
        var right = sick.Count(trial => trial.IsRight);
        proof.Tell(
            $"diagnosis, {what}: {right} of {sick.Length} sick networks named rightly, "
            + $"{healthy.Count(trial => !trial.IsRight)} of {healthy.Length} healthy ones suspected\n"
            + ConfusionTable.Write(suite.Value));
        Assert.True(sick.Length >= 60 && sick.GroupBy(trial => trial.Subject.Disease).All(one => one.Count() >= 5));
        Assert.True(healthy.Length >= 60);
        Assert.True(right >= Share * sick.Length, string.Join('\n', sick.Where(trial => !trial.IsRight)));
        Assert.True(healthy.All(trial => trial.IsRight), string.Join('\n', healthy.Where(trial => !trial.IsRight)));
    }
}
