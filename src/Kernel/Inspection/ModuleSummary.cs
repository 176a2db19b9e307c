namespace NotebookGrad.Inspection;

/// <summary>What a network is made of: every module inside with its parameters, and what came out of a call.</summary>
/// <param name="Parts">The network itself and all inside, in order.</param>
public sealed record ModuleSummary(IReadOnlyList<ModulePart> Parts) : IInspectable
{
    /// <summary>All parameters, each once.</summary>
    public long Parameters => Parts.Sum(part => part.Parameters);

    /// <summary>How many of them are frozen.</summary>
    public long Frozen => Parts.Sum(part => part.Frozen);

    /// <summary>The bytes of all parameters and buffers.</summary>
    public long ParameterBytes => Parts.Sum(part => part.ParameterBytes);

    /// <summary>
    /// The bytes of what came out of modules that have no parts, which is most of what training keeps.
    /// </summary>
    public long ActivationBytes => Parts.Where(part => part is { HasParts: false, IsShared: false })
        .Sum(part => part.OutputBytes);

    /// <summary>Whether a call was watched.</summary>
    public bool HasOutputs => Parts.Any(part => part.Calls > 0);

    /// <inheritdoc/>
    public override string ToString() => $"{Parts[0].Type}: {Parameters:N0} parameters, {ParameterBytes:N0} bytes";
}
