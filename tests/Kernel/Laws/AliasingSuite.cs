using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Laws;

/// <summary>Views and changes in place, on 10,000 random programs, against a model of explicit places.</summary>
public abstract class AliasingSuite : DeviceSuite
{
    private readonly Proof proof;

    private protected AliasingSuite(Device device, Proof proof)
        : base(device) => this.proof = proof;

    [DeviceFact]
    public void Values_and_gradients_are_those_of_a_memory_of_single_numbers() =>
        Law.HoldsOf(proof, bytes => new AliasProgram(bytes).AssertAgrees());
}
