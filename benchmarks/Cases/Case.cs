namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Something to be timed here and in PyTorch, where a case of this name does the same.</summary>
/// <param name="name">What is timed, as the table shows it and the peer finds it.</param>
/// <param name="aim">The largest time, as a multiple of PyTorch's, that is good enough.</param>
/// <param name="prepare">Makes the operands anew, and says what is to be done with them.</param>
/// <param name="work">What limits an iteration at best, where one thing clearly does.</param>
internal sealed class Case(string name, double aim, Func<Iteration> prepare, Work? work = null)
{
    private Iteration? iteration;

    /// <summary>What is timed.</summary>
    public string Name => name;

    /// <summary>The largest ratio that is good enough.</summary>
    public double Aim => aim;

    /// <summary>What limits an iteration at best; null where nothing single does.</summary>
    public Work? Work => work;

    /// <summary>The parameters among the results.</summary>
    public IEnumerable<Tensor> Parameters =>
        iteration!.Results().Where(one => one is { IsLeaf: true, RequiresGrad: true });

    /// <summary>Makes the operands anew.</summary>
    public void Prepare() => iteration = prepare();

    /// <summary>One iteration.</summary>
    public void Run() => iteration!.Run();

    /// <summary>Lets go of the operands, lest the next case be timed among them.</summary>
    public void Release() => iteration = null;

    /// <summary>A number that only the right results give, after two iterations.</summary>
    public double Check() => Numbers.Fingerprint(iteration!.Results());
}
