namespace NotebookGrad.Nn;

/// <summary>What a tensor is to the module that holds it.</summary>
internal enum ModuleMemberKind
{
    /// <summary>Trained.</summary>
    Parameter,

    /// <summary>Part of the state, not trained.</summary>
    Buffer,
}
