namespace NotebookGrad.Backends.Gpu;

/// <summary>The binary digits of 2/π behind the point, as many as the largest number needs.</summary>
internal static class TwoOverPi
{
    /// <summary>64 digits from a place on; those before the point are 0.</summary>
    public static ulong Digits(int from)
    {
        var (word, shift) = (from >> 5, from & 31);
        var first = ((ulong)Word(word) << 32) | Word(word + 1);
        return (first << shift) | ((ulong)Word(word + 2) >> (32 - shift));
    }

    private static uint Word(int index) => index switch
    {
        0 => 0xa2f9836e,
        1 => 0x4e441529,
        2 => 0xfc2757d1,
        3 => 0xf534ddc0,
        4 => 0xdb629599,
        5 => 0x3c439041,
        6 => 0xfe5163ab,
        7 => 0xdebbc561,
        8 => 0xb7246e3a,
        9 => 0x424dd2e0,
        10 => 0x06492eea,
        11 => 0x09d1921c,
        12 => 0xfe1deb1c,
        13 => 0xb129a73e,
        14 => 0xe88235f5,
        15 => 0x2ebb4484,
        16 => 0xe99c7026,
        17 => 0xb45f7e41,
        18 => 0x3991d639,
        19 => 0x835339f4,
        20 => 0x9c845f8b,
        21 => 0xbdf9283b,
        22 => 0x1ff897ff,
        23 => 0xde05980f,
        24 => 0xef2f118b,
        25 => 0x5a0a6d1f,
        26 => 0x6d367ecf,
        27 => 0x27cb09b7,
        28 => 0x4f463f66,
        29 => 0x9e5fea2d,
        30 => 0x7527bac7,
        31 => 0xebe5f17b,
        32 => 0x3d0739f7,
        33 => 0x8a5292ea,
        34 => 0x6bfb5fb1,
        35 => 0x1f8d5d08,
        36 => 0x56033046,
        37 => 0xfc7b6bab,
        38 => 0xf0cfbc20,
        39 => 0x9af4361d,
        _ => 0,
    };
}
