namespace NotebookGrad.Backends;

/// <summary>
/// What is done element by element: an element of the result depends on the operands' elements in the same place only.
/// </summary>
public interface IPointwise
{
    /// <summary>
    /// Copies elements between views of one shape, converting as C# casts do (any non-zero number is true).
    /// </summary>
    void Copy(View source, View target);

    /// <summary>Sets every element to a number.</summary>
    void Fill(View target, Scalar value);

    /// <summary>y = kernel(x), element by element; y may be x.</summary>
    void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel>;

    /// <summary>y = kernel(x) for float32 and float64, element by element; y may be x.</summary>
    void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel>;

    /// <summary>y = kernel(a, b), element by element; all of one dtype; y may be a or b.</summary>
    void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel>;

    /// <summary>y = kernel(a, b) for float32 and float64, element by element; y may be a or b.</summary>
    void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel>;

    /// <summary>y = whether kernel(a, b), element by element; a and b of one dtype, y of Bool.</summary>
    void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel;

    /// <summary>
    /// y = a where a condition (Bool) holds, else b, element by element; a, b and y of one dtype; y may be a or b.
    /// </summary>
    void Select(View condition, View a, View b, View y);
}
