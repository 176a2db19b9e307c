using NotebookGrad.Tests.Devices;
using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Programs;

/// <summary>Random programs of 5 to 60 operations: PyTorch's values and gradients by all leaves.</summary>
public abstract class ProgramSuite : DeviceSuite
{
    private readonly Proof proof;

    private protected ProgramSuite(Device device, Proof proof)
        : base(device) => this.proof = proof;

    [DeviceFact]
    public void There_are_at_least_a_thousand_and_every_operation_is_among_them()
    {
        Assert.True(StoredProgram.All.Count >= 1000);
        Assert.All(StoredProgram.All, program => Assert.InRange(program.Steps.Length, 5, 60));
        var used = StoredProgram.All.SelectMany(program => program.Steps).Select(step => step.Operation).ToHashSet();
        Assert.Equal(ProgramSteps.All.Keys.Order(), used.Order());
        proof.Tell(
            $"Random programs: {StoredProgram.All.Count}, of {StoredProgram.All.Average(program => program.Steps.Length):F1} steps "
            + $"on average and {used.Count} operations");
    }

    [DeviceFact]
    public void Values_and_gradients_are_those_of_PyTorch() => Assert.All(StoredProgram.All, program =>
    {
        var (outputs, gradients) = Differentiate(program);
        AssertClose(program, "output", program.Outputs, outputs);
        AssertClose(program, "gradient", program.Gradients, gradients);
    });

    [DeviceFact]
    public void Forward_mode_agrees_with_reverse_mode() => Assert.All(Effort.Of(StoredProgram.All, 300), program =>
    {
        var leaves = Leaves(program);
        var total = Total(program.Run(leaves));
        leaves = [.. leaves.Where(leaf => Graphs.Reaches(total, leaf))];
        var tangents = leaves.Select((leaf, i) => Cotangent.Of(leaf, 100 + i)).ToArray();
        var pushed = Autograd.Jvp(total, leaves, tangents).Item<double>();
        var terms = Autograd.Grad(total, leaves).Select((gradient, i) => (gradient * tangents[i]).Detach()).ToArray();
        var pulled = terms.Sum(term => term.Sum().Item<double>());
        Assert.Equal(pulled, pushed, 1e-10 * (1 + terms.Sum(term => term.Abs().Sum().Item<double>())));
    });

    /// <summary>Runs a program and its backward pass.</summary>
    internal static (Tensor[] Outputs, Tensor[] Gradients) Differentiate(StoredProgram program)
    {
        var leaves = Leaves(program);
        var outputs = program.Run(leaves);
        Total(outputs).Backward();
        return (outputs, Array.ConvertAll(leaves, leaf => leaf.Grad ?? Tensor.ZerosLike(leaf)));
    }

    /// <summary>The leaves of a program, whose numbers follow from a formula.</summary>
    internal static Tensor[] Leaves(StoredProgram program) => [.. program.Leaves.Select((shape, i) =>
    {
        var leaf = Cotangent.Of(Tensor.Zeros(shape, dtype: DType.Float64), i);
        leaf.RequiresGrad = true;
        return leaf;
    })];

    /// <summary>One number of all outputs.</summary>
    internal static Tensor Total(Tensor[] outputs) =>
        outputs.Select((output, i) => (output * Cotangent.Of(output, 7 + i)).Sum()).Aggregate((a, b) => a + b);

    private static void AssertClose(StoredProgram program, string what, StoredTensor[] expected, Tensor[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
        {
            var (numbers, found) = (expected[k].Values(), actual[k].Detach().ToArray<double>());
            Assert.Equal(expected[k].Shape, actual[k].Shape.ToArray());
            var scale = 1 + numbers.Select(Math.Abs).Max();
            for (var i = 0; i < numbers.Length; i++)
            {
                Assert.True(
                    Math.Abs(numbers[i] - found[i]) <= 1e-10 * scale,
                    $"program {program.Seed}: {what} {k} at {i} is {found[i]:R}, PyTorch's {numbers[i]:R}\n{string.Join("\n", program.Steps as object[])}");
            }
        }
    }
}
