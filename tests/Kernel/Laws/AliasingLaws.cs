namespace NotebookGrad.Tests.Laws;

/// <summary>Views and changes in place, on 10,000 random programs, against a model of explicit places.</summary>
public class AliasingLaws(Proof proof) : IClassFixture<Proof>
{
    [Fact]
    public void Values_and_gradients_are_those_of_a_memory_of_single_numbers() =>
        Law.HoldsOf(proof, bytes => new AliasProgram(bytes).AssertAgrees());
}
