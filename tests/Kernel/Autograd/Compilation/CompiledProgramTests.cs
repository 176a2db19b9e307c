using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests;

/// <summary>Random programs, compiled: the values and gradients of the program itself, to the last bit.</summary>
public class CompiledProgramTests(Proof proof) : IClassFixture<Proof>
{
    private const int Calls = 3;
    private const int Programs = 150;

    [Fact]
    public void A_function_is_the_same_and_so_are_the_gradients_behind_it()
    {
        var replays = 0L;
        Assert.All(StoredProgram.All.Take(Programs), program =>
        {
            var (leaves, own) = (ProgramSuite.Leaves(program), ProgramSuite.Leaves(program));
            var compiled = Autograd.Compile(() => ProgramSuite.Total(program.Run(own)));
            for (var call = 0; call < Calls; call++)
            {
                Compare(program, ProgramSuite.Total(program.Run(leaves)), compiled.Call(), leaves, own, isStep: false);
                Change(leaves);
                Change(own);
            }

            Interlocked.Add(ref replays, compiled.Report.Replays);
        });
        Tell("as functions", replays);
    }

    [Fact]
    public void A_step_with_a_backward_pass_and_changes_inside_is_the_same()
    {
        var replays = 0L;
        Assert.All(StoredProgram.All.TakeLast(Programs), program =>
        {
            var (leaves, own) = (ProgramSuite.Leaves(program), ProgramSuite.Leaves(program));
            var compiled = Autograd.Compile(() => Step(program, own));
            for (var call = 0; call < Calls; call++)
            {
                Compare(program, Step(program, leaves), compiled.Call(), leaves, own, isStep: true);
            }

            Interlocked.Add(ref replays, compiled.Report.Replays);
        });
        Tell("as steps", replays);
    }

    private static Tensor Step(StoredProgram program, Tensor[] leaves)
    {
        foreach (var leaf in leaves)
        {
            leaf.Grad = null;
        }

        var total = ProgramSuite.Total(program.Run(leaves));
        total.Backward();
        Change(leaves);
        return total;
    }

    private static void Change(Tensor[] leaves)
    {
        using (Autograd.NoGrad())
        {
            foreach (var leaf in leaves)
            {
                leaf.Mul_(0.97).Add_(0.01);
            }
        }
    }

    private static void Compare(
        StoredProgram program, Tensor expected, Tensor actual, Tensor[] leaves, Tensor[] own, bool isStep)
    {
        Bits.AssertEqual(expected, actual, $"program {program.Seed}");
        if (!isStep)
        {
            expected.Backward();
            actual.Backward();
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            Bits.AssertEqual(leaves[i].Grad, own[i].Grad, $"gradient {i} of program {program.Seed}");
            Bits.AssertEqual(leaves[i], own[i], $"leaf {i} of program {program.Seed}");
        }
    }

    private void Tell(string how, long replays)
    {
        Assert.Equal(Programs * (Calls - 2), replays);
        proof.Tell($"Compiled programs {how}: {Programs}, to the last bit");
    }
}
