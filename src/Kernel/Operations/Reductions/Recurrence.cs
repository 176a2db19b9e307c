namespace NotebookGrad.Operations;

/// <summary>
/// Linear recurrences along an axis as tensor expressions, by recursive doubling (Kogge and Stone, "A parallel
/// algorithm for the efficient solution of a general class of recurrence equations", 1973): ⌈log₂ n⌉ steps and no
/// division, so that the derivatives of cumulative functions are exact at zeros, to every order.
/// </summary>
internal static class Recurrence
{
    /// <summary>u with uᵢ = bᵢ + aᵢ·uᵢ₋₁ and u₀ = b₀; all of one shape.</summary>
    public static Tensor Solve(Tensor a, Tensor b, int axis)
    {
        var length = b.Shape[axis];
        for (var distance = 1; distance < length; distance *= 2)
        {
            var (early, late) = (length - distance, distance);
            var reach = a.Narrow(axis, late, early);
            var joined = b.Narrow(axis, late, early) + (reach * b.Narrow(axis, 0, early));
            b = Tensor.Cat([b.Narrow(axis, 0, late), joined], axis);
            a = Tensor.Cat([a.Narrow(axis, 0, late), reach * a.Narrow(axis, 0, early)], axis);
        }

        return b;
    }
}
