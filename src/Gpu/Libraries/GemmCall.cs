namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Products c = a·b, or c + a·b, of matrices of one size, in one call of BLAS. Rows of a and c are their columns there,
/// as it counts columns first: it is asked for cᵀ = bᵀ·aᵀ, in which nothing moves.
/// </summary>
/// <param name="Rows">The rows of a and c.</param>
/// <param name="Columns">The columns of b and c.</param>
/// <param name="Depth">The length of the inner sum.</param>
/// <param name="Batches">How many products there are.</param>
/// <param name="A">The left operands.</param>
/// <param name="B">The right operands.</param>
/// <param name="C">The results, which lie in rows.</param>
internal readonly record struct GemmCall(
    int Rows, int Columns, int Depth, int Batches, GemmOperand A, GemmOperand B, GemmOperand C)
{
    // Where more are needed, one launch of a kernel for any layout takes less time.
    private const int MostCalls = 16;

    /// <summary>
    /// The calls for products of layouts [batches…, rows, columns]; null where these lie so that BLAS does not take
    /// them, or takes them in too many calls.
    /// </summary>
    public static IReadOnlyList<GemmCall>? For(Layout a, Layout b, Layout c)
    {
        var calls = new List<GemmCall>();
        return Add(a, b, c, calls) ? calls : null;
    }

    private static bool Add(Layout a, Layout b, Layout c, List<GemmCall> calls)
    {
        if (c.Rank == 2)
        {
            return Add(a.Insert(0), b.Insert(0), c.Insert(0), calls);
        }

        if (c.Rank == 3)
        {
            var call = One(a, b, c);
            calls.AddRange(call is { } one ? [one] : []);
            return call is not null && calls.Count <= MostCalls;
        }

        if (Flat(a) is { } flatA && Flat(b) is { } flatB && Flat(c) is { } flatC)
        {
            return Add(flatA, flatB, flatC, calls);
        }

        for (var batch = 0; batch < c.Shape[0]; batch++)
        {
            if (!Add(a.Select(0, batch), b.Select(0, batch), c.Select(0, batch), calls))
            {
                return false;
            }
        }

        return true;
    }

    private static GemmCall? One(Layout a, Layout b, Layout c) =>
        GemmOperand.Of(a) is { } left && GemmOperand.Of(b) is { } right
            && GemmOperand.Of(c) is { IsTransposed: false } result
            ? new(c.Shape[1], c.Shape[2], a.Shape[2], c.Shape[0], left, right, result)
            : null;

    private static Layout? Flat(Layout layout)
    {
        var batches = (int)(layout.Count / layout.Shape[^2] / layout.Shape[^1]);
        return layout.Reshape(new Shape([batches, layout.Shape[^2], layout.Shape[^1]]));
    }
}
