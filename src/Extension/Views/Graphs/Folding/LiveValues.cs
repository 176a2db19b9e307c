namespace NotebookGrad.Views;

/// <summary>How many results of operations are still to be used when a step begins: what a cut there cuts.</summary>
internal sealed class LiveValues
{
    private readonly int[] counts;

    public LiveValues(GraphWiring wiring)
    {
        counts = new int[wiring.Operations.Length + 2];
        for (var step = 0; step < wiring.Operations.Length; step++)
        {
            var uses = wiring.Uses(wiring.Operations[step]);
            if (uses.Length > 0)
            {
                counts[step + 1]++;
                counts[wiring.Steps[uses[^1]] + 1]--;
            }
        }

        for (var step = 1; step < counts.Length; step++)
        {
            counts[step] += counts[step - 1];
        }
    }

    /// <summary>The values that lead from before a step to it and what follows.</summary>
    public int Before(int step) => counts[step];
}
