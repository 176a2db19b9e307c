namespace NotebookGrad.Tests;

/// <summary>Tests of what the whole process shares: they run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "alone";
}
