using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>A comparison of two numbers.</summary>
public interface IComparisonKernel
{
    /// <summary>Whether it holds for one pair.</summary>
    static abstract bool Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
