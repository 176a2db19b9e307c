namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Something to be timed here and in PyTorch, where a case of this name does the same.</summary>
internal interface ICase
{
    /// <summary>What is timed, as the table shows it and the peer finds it.</summary>
    string Name { get; }

    /// <summary>The largest time, as a multiple of PyTorch's, that is good enough.</summary>
    double Aim { get; }

    /// <summary>What limits an iteration at best, where one thing clearly does.</summary>
    Work? Work => null;

    /// <summary>Makes the operands anew.</summary>
    void Prepare();

    /// <summary>One iteration.</summary>
    void Run();

    /// <summary>A number that only the right results give, after two iterations.</summary>
    double Check();
}
