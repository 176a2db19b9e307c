namespace NotebookGrad.Files;

/// <summary>What the samples of a pixel are, by the number that a PNG file has for it.</summary>
internal enum PngKind
{
    /// <summary>How light it is.</summary>
    Grey = 0,

    /// <summary>Red, green and blue.</summary>
    Colour = 2,

    /// <summary>The number of a colour.</summary>
    Palette = 3,

    /// <summary>How light it is, and its opacity.</summary>
    GreyOpacity = 4,

    /// <summary>Red, green, blue, and opacity.</summary>
    ColourOpacity = 6,
}
