namespace NotebookGrad.Packages;

public sealed class OptionalProjectTests : IDisposable
{
    private readonly SampleSolution solution = new();

    [Theory]
    [InlineData("build")]
    [InlineData("build", "--tl:on", "-warnaserror")]
    [InlineData("test")]
    [InlineData("test", "--tl:on")]
    public async Task Leaves_out_the_project_of_a_lacking_package_and_says_so_once(params string[] command)
    {
        var outcome = (await solution.RunAsync(command)).Succeeded();

        var line = Assert.Single(outcome.LinesWith("Sample.Absent"));
        Assert.Contains("Absent/Absent.csproj", line, StringComparison.Ordinal);
        Assert.Empty(outcome.LinesWith("Sample.Present"));
    }

    [Fact]
    public async Task Builds_the_project_of_a_package_that_a_source_carries()
    {
        (await solution.RunAsync("build")).Succeeded();

        Assert.True(solution.HasBuilt("Plain"));
        Assert.True(solution.HasBuilt("Present"));
        Assert.False(solution.HasBuilt("Absent"));
    }

    [Fact]
    public async Task Leaves_out_the_project_of_a_package_that_a_source_carries_in_a_later_version_only()
    {
        var outcome = (await solution.RunAsync("build")).Succeeded();

        var line = Assert.Single(outcome.LinesWith("Sample.Newer"));
        Assert.Contains("Newer/Newer.csproj", line, StringComparison.Ordinal);
        Assert.False(solution.HasBuilt("Newer"));
    }

    [Fact]
    public async Task Takes_a_source_out_of_reach_for_one_that_lacks_everything()
    {
        solution.UseSource("https://127.0.0.1:9/v3/index.json");

        var outcome = (await solution.RunAsync("build")).Succeeded();

        Assert.Single(outcome.LinesWith("Sample.Present"));
        Assert.Single(outcome.LinesWith("Sample.Absent"));
        Assert.True(solution.HasBuilt("Plain"));
    }

    [Fact]
    public async Task Asks_for_a_package_once_an_hour()
    {
        (await solution.RunAsync("build")).Succeeded();
        var first = solution.TimesAsked().ToList();
        (await solution.RunAsync("build", "--no-restore")).Succeeded();

        Assert.Equal(3, first.Count);
        Assert.Equal(first, solution.TimesAsked());
    }

    public void Dispose() => solution.Dispose();
}
