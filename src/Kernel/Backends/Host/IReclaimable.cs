namespace NotebookGrad.Backends.Host;

/// <summary>What can take back the blocks of borrowers that the collector has found dead.</summary>
internal interface IReclaimable
{
    /// <summary>Ends the loans of dead borrowers.</summary>
    void CollectDead();
}
