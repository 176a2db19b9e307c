namespace NotebookGrad.Backends.Gpu;

/// <summary>The binary digits of 2/π behind the point, as many as the largest number needs.</summary>
internal static class TwoOverPi
{
    /// <summary>64 digits from a place on; those before the point are 0.</summary>
    public static ulong Digits(int from)
    {
        var (word, shift) = (from >> 6, from & 63);
        return shift == 0 ? Word(word) : (Word(word) << shift) | (Word(word + 1) >> (64 - shift));
    }

    // Not a switch, of which devices would make a jump to where each thread wants to go.
    private static ulong Word(int index) =>
        index == 0 ? 0xa2f9836e4e441529UL
        : index == 1 ? 0xfc2757d1f534ddc0UL
        : index == 2 ? 0xdb6295993c439041UL
        : index == 3 ? 0xfe5163abdebbc561UL
        : index == 4 ? 0xb7246e3a424dd2e0UL
        : index == 5 ? 0x06492eea09d1921cUL
        : index == 6 ? 0xfe1deb1cb129a73eUL
        : index == 7 ? 0xe88235f52ebb4484UL
        : index == 8 ? 0xe99c7026b45f7e41UL
        : index == 9 ? 0x3991d639835339f4UL
        : index == 10 ? 0x9c845f8bbdf9283bUL
        : index == 11 ? 0x1ff897ffde05980fUL
        : index == 12 ? 0xef2f118b5a0a6d1fUL
        : index == 13 ? 0x6d367ecf27cb09b7UL
        : index == 14 ? 0x4f463f669e5fea2dUL
        : index == 15 ? 0x7527bac7ebe5f17bUL
        : index == 16 ? 0x3d0739f78a5292eaUL
        : index == 17 ? 0x6bfb5fb11f8d5d08UL
        : index == 18 ? 0x56033046fc7b6babUL
        : index == 19 ? 0xf0cfbc209af4361dUL
        : 0UL;
}
