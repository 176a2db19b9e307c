using System.Text.RegularExpressions;
using NotebookGrad.Tests.Exploration;
using NotebookGrad.Tests.Flow;
using NotebookGrad.Tests.Data;
using NotebookGrad.Tests.LinearAlgebra;
using NotebookGrad.Tests.Nn;
using NotebookGrad.Tests.Optim;

namespace NotebookGrad.Tests.Tensors;

/// <summary>
/// Each misuse with its full message, so that messages are read as text: the operation, the values, the remedy. A #
/// stands for the number of a line in the table. Alone, because loops of other tests would use up what is recorded of
/// lines.
/// </summary>
[Collection("alone")]
public partial class MisuseTests
{
    public MisuseTests() => SourceLine.Replenish();

    [Theory]
    [MemberData(nameof(TensorMisuses.Rows), MemberType = typeof(TensorMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(InPlaceMisuses.Rows), MemberType = typeof(InPlaceMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(AutogradMisuses.Rows), MemberType = typeof(AutogradMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(TransformMisuses.Rows), MemberType = typeof(TransformMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ShapeMisuses.Rows), MemberType = typeof(ShapeMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ReductionMisuses.Rows), MemberType = typeof(ReductionMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(RandomMisuses.Rows), MemberType = typeof(RandomMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ContractionMisuses.Rows), MemberType = typeof(ContractionMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(LinalgMisuses.Rows), MemberType = typeof(LinalgMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(OptimizerMisuses.Rows), MemberType = typeof(OptimizerMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(LoopMisuses.Rows), MemberType = typeof(LoopMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ModuleMisuses.Rows), MemberType = typeof(ModuleMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(FlowMisuses.Rows), MemberType = typeof(FlowMisuses), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ExplorationMisuses.Rows), MemberType = typeof(ExplorationMisuses), DisableDiscoveryEnumeration = true)]
    public void A_misuse_is_told_with_its_values_and_the_remedy(string message, Action misuse)
    {
        var error = Assert.ThrowsAny<Exception>(misuse);
        Assert.True(error is ArgumentException or InvalidOperationException, error.ToString());
        Assert.Equal(message, AnyLine().Replace(error.Message, "#"));
    }

    [GeneratedRegex("(?<=Misuses.cs:)[0-9]+")]
    private static partial Regex AnyLine();
}
