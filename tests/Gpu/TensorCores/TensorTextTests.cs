using System.Text.RegularExpressions;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Mathematics;

namespace NotebookGrad.Tests.TensorCores;

/// <summary>What products by tensor cores are for CUDA.</summary>
public class TensorTextTests
{
    private const string FourSums = @"\{(%f\d+), (%f\d+), (%f\d+), (%f\d+)\}";
    private const string Operands = @"\{%r\d+, %r\d+, %r\d+, %r\d+\}, \{%r\d+, %r\d+\}";

    public static TheoryData<Type, string> Kernels => new()
    {
        { typeof(TensorProduct<TensorFloat32>), "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32" },
        { typeof(TensorProduct<BFloat16>), "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32" },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Two_steps_of_sixteen_instructions_have_registers_only(Type launched, string instruction)
    {
        var text = Text(launched);
        var calls = Regex.Matches(
            text, @$"^\t{Regex.Escape(instruction)}\t{FourSums}, {Operands}, {FourSums};\r?$", RegexOptions.Multiline);
        Assert.Equal(32, calls.Count);
        Assert.Equal(32, Regex.Matches(text, "mma").Count);
        Assert.DoesNotContain(".local", text);
        Assert.DoesNotMatch(@"\bcall", text);

        // Each sum of the first step is what one instruction of the second adds to, and all are different registers.
        var (first, second) = (calls.Take(16).Select(Results), calls.Skip(16).Select(Sums));
        Assert.Equal(first, second);
        Assert.Equal(128, calls.SelectMany(Results).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void What_is_read_for_the_next_stretch_is_waited_for_after_the_products(Type launched, string instruction)
    {
        var text = Text(launched);
        var barriers = Regex.Matches(text, @"bar\.sync").Select(match => match.Index).ToArray();
        Assert.Equal(2, barriers.Length);
        var loop = text[barriers[0]..barriers[1]];
        int First(string part) => loop.IndexOf(part, StringComparison.Ordinal);
        int Last(string part) => loop.LastIndexOf(part, StringComparison.Ordinal);
        Assert.InRange(Last("\tld.v4.f32"), 1, First(instruction));
        Assert.InRange(First("\tst.shared"), Last(instruction), loop.Length);

        // The bits of infinity: whether what was read is a number.
        Assert.InRange(First(", 2139095040;"), Last(instruction), loop.Length);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_text_is_for_what_has_the_instruction(Type launched, string instruction)
    {
        var text = Text(launched);
        Assert.Contains(instruction, text);
        Assert.Matches(@"(?m)^\.version [7-9]\.\d", text);
        Assert.Matches(@"(?m)^\.target sm_80", text);
        Assert.Contains(".shared .align 16 .b8 __shared_alloca0[34816];", text);
    }

    private static string Text(Type launched) => KernelText.Ptx(KernelText.First(launched));

    private static string[] Results(Match call) => Registers(call, 1);

    private static string[] Sums(Match call) => Registers(call, 5);

    private static string[] Registers(Match call, int first) =>
        [.. Enumerable.Range(first, 4).Select(group => call.Groups[group].Value)];
}
