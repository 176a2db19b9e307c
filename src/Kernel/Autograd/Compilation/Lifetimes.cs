namespace NotebookGrad;

/// <summary>The first and the last of some steps that touch each block; −1 where none does.</summary>
internal sealed class Lifetimes
{
    private readonly int[] first;
    private readonly int[] last;

    /// <summary>The lifetimes of some blocks.</summary>
    public Lifetimes(int blocks, IReadOnlyList<Step> steps)
    {
        (first, last) = (new int[blocks], new int[blocks]);
        Array.Fill(first, -1);
        Array.Fill(last, -1);
        for (var step = 0; step < steps.Count; step++)
        {
            foreach (var place in steps[step].Places)
            {
                first[place.Block] = first[place.Block] < 0 ? step : first[place.Block];
                last[place.Block] = step;
            }
        }
    }

    /// <summary>The first step that touches a block.</summary>
    public int First(int block) => first[block];

    /// <summary>The last step that touches a block.</summary>
    public int Last(int block) => last[block];
}
