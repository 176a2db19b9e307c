namespace NotebookGrad.Scenes;

/// <summary>Which part of a text lies at its given place.</summary>
internal enum TextAlign
{
    /// <summary>Its start.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
