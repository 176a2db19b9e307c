namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Something to be timed here and in PyTorch, where a case of this name does the same.</summary>
/// <param name="name">What is timed, as the table shows it and the peer finds it.</param>
/// <param name="aim">What is good enough; null where the case only serves to compare others with.</param>
/// <param name="prepare">Makes the operands anew, and says what is to be done with them.</param>
/// <param name="work">What limits an iteration at best, where one thing clearly does.</param>
/// <param name="tolerance">
/// How far results may differ, relatively; float32 sums of some hundred terms in another order differ by less.
/// </param>
internal sealed class Case(
    string name, Aim? aim, Func<Iteration> prepare, Work? work = null, double tolerance = 1e-4)
{
    private Iteration? iteration;

    /// <summary>What is timed.</summary>
    public string Name => name;

    /// <summary>What is good enough; null where nothing is asked for.</summary>
    public Aim? Aim => aim;

    /// <summary>What limits an iteration at best; null where nothing single does.</summary>
    public Work? Work => work;

    /// <summary>How far results may differ, relatively.</summary>
    public double Tolerance => tolerance;

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
