using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.TensorCores;

/// <summary>Which thread holds which element, as the figures of NVIDIA's PTX manual for mma.m16n8k8 show it.</summary>
public class FragmentsTests
{
    [Theory]
    [InlineData(0, "T0:a0 T1:a0 T2:a0 T3:a0 T0:a2 T1:a2 T2:a2 T3:a2")]
    [InlineData(1, "T4:a0 T5:a0 T6:a0 T7:a0 T4:a2 T5:a2 T6:a2 T7:a2")]
    [InlineData(7, "T28:a0 T29:a0 T30:a0 T31:a0 T28:a2 T29:a2 T30:a2 T31:a2")]
    [InlineData(8, "T0:a1 T1:a1 T2:a1 T3:a1 T0:a3 T1:a3 T2:a3 T3:a3")]
    [InlineData(15, "T28:a1 T29:a1 T30:a1 T31:a1 T28:a3 T29:a3 T30:a3 T31:a3")]
    public void A_row_of_a_left_operand(int row, string expected) => Assert.Equal(
        expected, Line(Fragments.Words, word => Holder('a', 4, (lane, register) =>
            Fragments.Line(lane) + (register % 2 * Fragments.NextLine) == row
            && Fragments.Word(lane) + (register / 2 * Fragments.NextWord) == word)));

    [Theory]
    [InlineData(0, "T0:b0 T4:b0 T8:b0 T12:b0 T16:b0 T20:b0 T24:b0 T28:b0")]
    [InlineData(3, "T3:b0 T7:b0 T11:b0 T15:b0 T19:b0 T23:b0 T27:b0 T31:b0")]
    [InlineData(4, "T0:b1 T4:b1 T8:b1 T12:b1 T16:b1 T20:b1 T24:b1 T28:b1")]
    [InlineData(7, "T3:b1 T7:b1 T11:b1 T15:b1 T19:b1 T23:b1 T27:b1 T31:b1")]
    public void A_row_of_a_right_operand(int word, string expected) => Assert.Equal(
        expected, Line(Fragments.Columns, column => Holder('b', 2, (lane, register) =>
            Fragments.Line(lane) == column
            && Fragments.Word(lane) + (register * Fragments.NextWord) == word)));

    [Theory]
    [InlineData(0, "T0:c0 T0:c1 T1:c0 T1:c1 T2:c0 T2:c1 T3:c0 T3:c1")]
    [InlineData(7, "T28:c0 T28:c1 T29:c0 T29:c1 T30:c0 T30:c1 T31:c0 T31:c1")]
    [InlineData(8, "T0:c2 T0:c3 T1:c2 T1:c3 T2:c2 T2:c3 T3:c2 T3:c3")]
    [InlineData(15, "T28:c2 T28:c3 T29:c2 T29:c3 T30:c2 T30:c3 T31:c2 T31:c3")]
    public void A_row_of_a_sum(int row, string expected) => Assert.Equal(
        expected, Line(Fragments.Columns, column => Holder('c', 4, (lane, register) =>
            Fragments.Line(lane) + (register / 2 * Fragments.NextLine) == row
            && Fragments.Column(lane) + (register % 2) == column)));

    [Fact]
    public void The_thread_of_a_line_and_a_word_is_the_one_that_holds_them() => Assert.All(
        Enumerable.Range(0, Fragments.Lanes),
        lane => Assert.Equal(lane, Fragments.Lane(Fragments.Line(lane), Fragments.Word(lane))));

    private static string Line(int length, Func<int, string> element) =>
        string.Join(' ', Enumerable.Range(0, length).Select(element));

    private static string Holder(char operand, int registers, Func<int, int, bool> holds) => (
        from lane in Enumerable.Range(0, Fragments.Lanes)
        from register in Enumerable.Range(0, registers)
        where holds(lane, register)
        select $"T{lane}:{operand}{register}").Single();
}
