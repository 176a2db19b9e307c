namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Which elements of a product of 16 rows, 8 words and 8 columns each of the 32 threads of a warp holds, as NVIDIA's
/// PTX manual has it under "Matrix Fragments for mma.m16n8k8" (.tf32) and "mma.m16n8k16" (.bf16). A word is what a
/// register holds of an operand: one element of TensorFloat-32, two neighbours of bfloat16. Counted in words, both are
/// alike.
/// </summary>
internal static class Fragments
{
    /// <summary>The threads that hold a fragment together.</summary>
    public const int Lanes = 32;

    /// <summary>The rows of a left operand and of a sum.</summary>
    public const int Rows = 16;

    /// <summary>The columns of a right operand and of a sum.</summary>
    public const int Columns = 8;

    /// <summary>The words of a row of a left operand and of a column of a right one.</summary>
    public const int Words = 8;

    /// <summary>From the line in an operand's first register to that in the next, and likewise in sums.</summary>
    public const int NextLine = 8;

    /// <summary>From the word in an operand's first registers to that in the others.</summary>
    public const int NextWord = 4;

    /// <summary>
    /// The row of a thread's first element of a left operand and of a sum, or the column of that of a right operand.
    /// </summary>
    public static int Line(int lane) => lane / 4;

    /// <summary>The word that a thread's first element of an operand is in.</summary>
    public static int Word(int lane) => lane % 4;

    /// <summary>The column of a thread's first element of a sum; the second is beside it.</summary>
    public static int Column(int lane) => lane % 4 * 2;

    /// <summary>The thread whose first element of an operand is in a line and a word.</summary>
    public static int Lane(int line, int word) => (4 * line) + word;
}
