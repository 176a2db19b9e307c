namespace NotebookGrad.Views;

/// <summary>Why operations make a part of a graph.</summary>
internal enum PartKind
{
    /// <summary>There is just one.</summary>
    Operation,

    /// <summary>One call of a module built them.</summary>
    Module,

    /// <summary>The same comes again and again.</summary>
    Repetition,

    /// <summary>There are many, and few values lead in and out.</summary>
    Stretch,
}
