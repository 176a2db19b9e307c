namespace NotebookGrad.Scenes;

/// <summary>The letters of a text.</summary>
internal enum Face
{
    /// <summary>The reader's ordinary letters.</summary>
    Sans,

    /// <summary>The same, heavier.</summary>
    SansBold,

    /// <summary>Letters of one width, for numbers.</summary>
    Mono,

    /// <summary>The same, heavier.</summary>
    MonoBold,
}
