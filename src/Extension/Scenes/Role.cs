namespace NotebookGrad.Scenes;

/// <summary>What a mark means; a writer chooses how that looks.</summary>
internal enum Role
{
    /// <summary>Ordinary ink.</summary>
    Plain,

    /// <summary>Something secondary.</summary>
    Mute,

    /// <summary>A value, or the way of a value.</summary>
    Forward,

    /// <summary>A gradient, or the way of a gradient.</summary>
    Gradient,

    /// <summary>A leaf that gathers a gradient.</summary>
    Parameter,

    /// <summary>A leaf without a gradient.</summary>
    Constant,

    /// <summary>The result of an operation.</summary>
    Operation,

    /// <summary>What the picture is about, such as the loss.</summary>
    Root,

    /// <summary>A number below zero, as an area.</summary>
    Negative,

    /// <summary>A number above zero, as an area.</summary>
    Positive,

    /// <summary>Something wrong, such as NaN.</summary>
    Warning,

    /// <summary>Where numbers of a healthy network lie, as an area.</summary>
    Healthy,

    /// <summary>A line that only helps the eye.</summary>
    Guide,

    /// <summary>What parts a mark from others below it, in the colour of the ground.</summary>
    Halo,

    /// <summary>The first of several kinds, such as classes.</summary>
    Kind1,

    /// <summary>The second kind.</summary>
    Kind2,

    /// <summary>The third kind.</summary>
    Kind3,

    /// <summary>The fourth kind.</summary>
    Kind4,

    /// <summary>The fifth kind.</summary>
    Kind5,

    /// <summary>The sixth kind.</summary>
    Kind6,
}
