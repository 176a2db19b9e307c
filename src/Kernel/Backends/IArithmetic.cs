using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>
/// Real arithmetic on single numbers, or on several at once with the same rounding, so that a formula is written once.
/// </summary>
/// <typeparam name="TSelf">The number, or the vector of numbers.</typeparam>
public interface IArithmetic<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : unmanaged, IArithmetic<TSelf>
{
    /// <summary>A number, rounded to the elements' type.</summary>
    static abstract TSelf Of(double value);

    /// <summary>√x.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>The greater of two; NaN if either is.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);
}
