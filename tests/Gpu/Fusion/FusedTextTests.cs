using NotebookGrad.Tests.Mathematics;

namespace NotebookGrad.Tests.Fusion;

/// <summary>What a device is told to do for calls that are one.</summary>
public class FusedTextTests
{
    private static string Text => KernelText.Ptx(KernelText.First(FusedPrograms.Chain(2, 0.5)));

    [Fact]
    public void Every_operand_is_read_once_and_every_result_written_once()
    {
        // Four at a time, then what is left of a row.
        var lines = Text.Split('\n').Select(line => line.Trim()).ToArray();
        Assert.Equal(2, lines.Count(line => line.StartsWith("ld.v4.f32", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith("ld.f32", StringComparison.Ordinal)));
        Assert.Equal(1, lines.Count(line => line.StartsWith("st.v4.f32", StringComparison.Ordinal)));
        Assert.Equal(1, lines.Count(line => line.StartsWith("st.f32", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_on_the_way_is_in_memory() => Assert.DoesNotContain(".local", Text);

    [Fact]
    public void Other_numbers_take_no_other_kernel() =>
        Assert.Same(FusedPrograms.Chain(2, 0.5), FusedPrograms.Chain(-3, 0.25));
}
