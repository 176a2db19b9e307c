namespace NotebookGrad.Runner.Commands;

/// <summary>What the tool tells whoever started it.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>A cell failed, or took too long.</summary>
    public const int Failed = 1;

    /// <summary>The command line can't be understood, a notebook can't be read, or a result can't be written.</summary>
    public const int Unusable = 2;

    /// <summary>Ended by Ctrl-C; shells use this number.</summary>
    public const int Interrupted = 130;
}
