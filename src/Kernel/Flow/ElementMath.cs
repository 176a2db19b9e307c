using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// Sums and counts over the elements of tensors without a temporary of their size: single precision within pieces,
/// where its range is enough, and double precision for what they add up to.
/// </summary>
internal static class ElementMath
{
    // Beyond these, squares of single precision have lost digits or have become zero or infinite.
    private const double Smallest = 1e-25;
    private const double Largest = 1e30;

    // Rows of most layers, and a small part of a pass's time.
    private const int MostLooks = 1024;

    /// <summary>The sum of products of the elements of two tensors of one shape.</summary>
    public static double Dot(Tensor a, Tensor b) => DeviceElements.AreFar(a)
        ? (a.Detach().To(DType.Float64) * b.Detach().To(DType.Float64)).Sum().Item<double>()
        : Sum(a, b, TensorPrimitives.Dot, TensorPrimitives.Dot);

    /// <summary>The square of the Euclidean norm of the difference of two tensors of one shape.</summary>
    public static double SquaredDistance(Tensor a, Tensor b) => DeviceElements.AreFar(a)
        ? (a.Detach().To(DType.Float64) - b.Detach().To(DType.Float64)).Square().Sum().Item<double>()
        : Sum(
            a,
            b,
            (x, y) => TensorPrimitives.Distance(x, y) is var distance ? distance * distance : 0,
            (x, y) => TensorPrimitives.Distance(x, y) is var distance ? distance * distance : 0);

    /// <summary>
    /// Whether no element is NaN or ±∞, among some evenly chosen ones of a large tensor: what breaks a gradient breaks
    /// whole rows of it.
    /// </summary>
    public static bool LooksFinite(Tensor tensor)
    {
        if (DeviceElements.AreFar(tensor))
        {
            return DeviceElements.AreFinite(tensor);
        }

        var elements = new ElementPieces(tensor);
        var stride = (elements.Count / MostLooks) + 1;
        for (var i = 0; i < elements.Count; i += stride)
        {
            if (!double.IsFinite(elements[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many elements are farther than a distance from a number.</summary>
    public static long CountBeyond(Tensor tensor, double middle, double distance)
    {
        if (DeviceElements.AreFar(tensor))
        {
            return ((tensor.Detach() - middle).Abs() > distance).CountNonzero().Item<long>();
        }

        var elements = new ElementPieces(tensor);
        return CountBeyond(elements.Singles, (float)middle, (float)distance)
            + CountBeyond(elements.Doubles, middle, distance);
    }

    private static long CountBeyond<T>(ReadOnlySpan<T> elements, T middle, T distance)
        where T : struct, INumber<T>
    {
        var count = 0L;
        var vectors = MemoryMarshal.Cast<T, Vector512<T>>(elements);
        var (middles, distances) = (Vector512.Create(middle), Vector512.Create(distance));
        foreach (var vector in vectors)
        {
            count += BitOperations.PopCount(
                Vector512.GreaterThan(Vector512.Abs(vector - middles), distances).ExtractMostSignificantBits());
        }

        foreach (var element in elements[(vectors.Length * Vector512<T>.Count)..])
        {
            count += T.Abs(element - middle) > distance ? 1 : 0;
        }

        return count;
    }

    private static double Sum(
        Tensor a,
        Tensor b,
        Func<ReadOnlySpan<float>, ReadOnlySpan<float>, float> ofSingles,
        Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> ofDoubles)
    {
        var left = new ElementPieces(a);
        var right = new ElementPieces(b);
        var sum = 0.0;
        if (left.Singles.Length > 0 && right.Singles.Length > 0)
        {
            for (var start = 0; start < left.Count; start += ElementPieces.Length)
            {
                var length = Math.Min(left.Count - start, ElementPieces.Length);
                sum += ofSingles(left.Singles.Slice(start, length), right.Singles.Slice(start, length));
            }

            if (Math.Abs(sum) is > Smallest and < Largest)
            {
                return sum;
            }
        }

        sum = 0;
        Span<double> first = stackalloc double[left.Room];
        Span<double> second = stackalloc double[right.Room];
        for (var start = 0; start < left.Count; start += ElementPieces.Length)
        {
            sum += ofDoubles(left.At(start, first), right.At(start, second));
        }

        return sum;
    }
}
