namespace NotebookGrad.Tests.Mathematics;

/// <summary>What must not be in a kernel's PTX.</summary>
internal static class ExactPtx
{
    /// <summary>
    /// A function that nobody defines, an approximation, 1 as a whole number stored as a real one, a jump that all
    /// threads are said to take though it has a condition, and one to where a table says.
    /// </summary>
    public static void Check(string text)
    {
        Assert.DoesNotContain(".extern .func", text);
        Assert.DoesNotContain(".approx", text);
        Assert.DoesNotContain("0f00000001", text);
        Assert.DoesNotContain("0d0000000000000001", text);
        Assert.DoesNotMatch(@"@!?%p\d+\s+bra\.uni", text);
        Assert.DoesNotContain("brx", text);
    }
}
