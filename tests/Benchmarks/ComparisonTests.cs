using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Tests;

public sealed class ComparisonTests(TorchPeer torch) : IClassFixture<TorchPeer>
{
    public static TheoryData<string> Cases => [.. AllCases.OnProcessor.Select(one => one.Name)];

    [TorchTheory]
    [MemberData(nameof(Cases))]
    public void A_case_computes_what_PyTorch_computes(string name)
    {
        var one = Assert.Single(AllCases.Containing(name), one => one.Name == name);
        Assert.NotEqual(0, new Comparison(Target.Parse("cpu"), torch.Peer, quick: true).Check(one));
        one.Release();
    }

    [Fact]
    public void A_case_that_does_not_exist_is_answered_with_those_that_do()
    {
        var problem = Assert.Throws<BenchmarkException>(() => AllCases.Containing("matmul 3"));
        Assert.StartsWith("No case has \"matmul 3\" in its name. There are: (x·w − 2)²", problem.Message);
    }
}
