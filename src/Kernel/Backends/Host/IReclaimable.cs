namespace NotebookGrad.Backends.Host;

/// <summary>What can take back the blocks of borrowers that the collector has found dead.</summary>
internal interface IReclaimable
{
    /// <summary>Ends the loans of dead borrowers.</summary>
    void CollectDead();

    /// <summary>When those idle blocks were last used that have waited longest, by a clock of uses.</summary>
    long OldestUse { get; }

    /// <summary>Leaves one of these blocks to the collector; false where there is none.</summary>
    bool DropOldest();
}
