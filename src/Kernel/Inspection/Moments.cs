using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Inspection;

/// <summary>
/// Moments and range of the finite ones among some numbers, and counts of the others. Numbers are taken in pieces that
/// stay in the cache; each piece's moments are about its own mean, and two pieces are joined as Chan, Golub and LeVeque
/// (1979) do, because the difference of squares would lose all digits where the mean is large.
/// </summary>
internal sealed partial class Moments
{
    // Squares of larger ones may be beyond double's range, and those of smaller ones have fewer digits.
    private const double LargestToSquare = 1e140;
    private const double SmallestToSquare = 1e-140;
    private const int MostDoublings = 1000;

    private readonly double scale;
    private long count;
    private double mean;
    private double squaresAboutMean;
    private double squares;
    private double sizes;
    private double leastSize = double.PositiveInfinity;

    private Moments(double scale) => this.scale = scale;

    /// <summary>Mean; NaN where no number is finite.</summary>
    public double Mean => count > 0 ? Math.Clamp(mean / scale, Minimum, Maximum) : double.NaN;

    /// <summary>Population standard deviation; NaN where no number is finite.</summary>
    public double Deviation => count > 0 ? Math.Sqrt(squaresAboutMean / count) / scale : double.NaN;

    /// <summary>Euclidean norm; ∞ where it is beyond double's range.</summary>
    public double Norm => Math.Sqrt(squares) / scale;

    /// <summary>Smallest finite number; NaN where there is none.</summary>
    public double Minimum { get; private set; } = double.NaN;

    /// <summary>Largest finite number; NaN where there is none.</summary>
    public double Maximum { get; private set; } = double.NaN;

    /// <summary>How many numbers there are, finite or not.</summary>
    public long Count => count + NaNs + Infinities;

    /// <summary>How many numbers are zero.</summary>
    public long Zeros { get; private set; }

    /// <summary>How many numbers are NaN.</summary>
    public long NaNs { get; private set; }

    /// <summary>How many numbers are ±∞.</summary>
    public long Infinities { get; private set; }

    /// <summary>Mean of the sizes |x|; NaN where no number is finite.</summary>
    public double MeanSize => count > 0 ? sizes / scale / count : double.NaN;

    /// <summary>Smallest size above zero; NaN where there is none.</summary>
    public double LeastSize => double.IsFinite(leastSize) ? leastSize : double.NaN;

    /// <summary>Largest size; NaN where no number is finite.</summary>
    public double LargestSize => Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));

    /// <summary>The moments of some numbers.</summary>
    public static Moments Of(ReadOnlySpan<double> values) => Of(new ElementPieces(values));

    /// <summary>The moments of some elements.</summary>
    public static Moments Of(ElementPieces pieces)
    {
        var moments = new Moments(scale: 1);
        moments.Add(pieces);
        if (moments.LargestSize is > LargestToSquare or (> 0 and < SmallestToSquare))
        {
            var doublings = Math.Clamp(-Math.ILogB(moments.LargestSize), -MostDoublings, MostDoublings);
            moments = new Moments(Math.ScaleB(1, doublings));
            moments.Add(pieces);
        }

        return moments;
    }

    private void Add(ElementPieces pieces)
    {
        for (var start = 0; start < pieces.Count; start += ElementPieces.Length)
        {
            if (pieces.Singles is { Length: > 0 } singles
                && singles.Slice(start, Math.Min(singles.Length - start, ElementPieces.Length)) is var piece
                && TensorPrimitives.IsFiniteAll(piece))
            {
                AddSingles(piece);
            }
            else
            {
                AddAny(pieces, start);
            }
        }
    }

    private void AddAny(ElementPieces pieces, int start)
    {
        var piece = pieces.At(start, stackalloc double[pieces.Room]);
        var isFinite = TensorPrimitives.IsFiniteAll(piece);

        // Room takes time to clear, and most pieces need none.
        Span<double> room = stackalloc double[isFinite && scale == 1 ? 0 : piece.Length];
        AddFinite(isFinite ? piece : OnlyFinite(piece, room), room);
    }

    private ReadOnlySpan<double> OnlyFinite(ReadOnlySpan<double> piece, Span<double> finite)
    {
        var kept = 0;
        foreach (var value in piece)
        {
            if (double.IsFinite(value))
            {
                finite[kept++] = value;
            }
            else if (double.IsNaN(value))
            {
                NaNs++;
            }
            else
            {
                Infinities++;
            }
        }

        return finite[..kept];
    }

    private void AddFinite(ReadOnlySpan<double> piece, Span<double> scratch)
    {
        if (piece.Length == 0)
        {
            return;
        }

        Minimum = double.MinNumber(Minimum, TensorPrimitives.Min(piece));
        Maximum = double.MaxNumber(Maximum, TensorPrimitives.Max(piece));
        AddLeast(piece);
        if (scale != 1)
        {
            TensorPrimitives.Multiply(piece, scale, scratch);
            piece = scratch[..piece.Length];
        }

        sizes += TensorPrimitives.SumOfMagnitudes(piece);
        var (sum, pieceSquares) = Sums(piece, origin: 0);
        Join(piece.Length, sum / piece.Length, pieceSquares, Sums(piece, sum / piece.Length).Squares);
    }

    // Squares of single precision lie within double's range and leave it half of its digits, so that one look at each
    // element is enough.
    private void AddSingles(ReadOnlySpan<float> piece)
    {
        var vectors = MemoryMarshal.Cast<float, Vector512<float>>(piece);
        var (sum, square, size) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var (infinity, zeros) = (Vector512.Create(float.PositiveInfinity), Vector512<int>.Zero);
        var (low, high, least) = (infinity, -infinity, infinity);
        foreach (var vector in vectors)
        {
            var isZero = Vector512.Equals(vector, Vector512<float>.Zero);
            zeros -= isZero.AsInt32();
            (low, high) = (Vector512.MinNative(low, vector), Vector512.MaxNative(high, vector));
            least = Vector512.MinNative(least, Vector512.ConditionalSelect(isZero, infinity, Vector512.Abs(vector)));
            var (first, second) = Vector512.Widen(vector);
            sum += first + second;
            size += Vector512.Abs(first) + Vector512.Abs(second);
            square = Vector512.FusedMultiplyAdd(first, first, square);
            square = Vector512.FusedMultiplyAdd(second, second, square);
        }

        var (total, squareTotal, sizeTotal) = (Vector512.Sum(sum), Vector512.Sum(square), Vector512.Sum(size));
        Zeros += Vector512.Sum(zeros);
        if (vectors.Length > 0)
        {
            Minimum = double.MinNumber(Minimum, Least(low));
            Maximum = double.MaxNumber(Maximum, -Least(-high));
            leastSize = Math.Min(leastSize, Least(least));
        }

        foreach (double value in piece[(vectors.Length * Vector512<float>.Count)..])
        {
            Minimum = double.MinNumber(Minimum, value);
            Maximum = double.MaxNumber(Maximum, value);
            (total, squareTotal, sizeTotal) = (total + value, squareTotal + (value * value), sizeTotal + Math.Abs(value));
            Zeros += value == 0 ? 1 : 0;
            leastSize = value == 0 ? leastSize : Math.Min(leastSize, Math.Abs(value));
        }

        var pieceMean = total / piece.Length;
        sizes += sizeTotal;
        Join(piece.Length, pieceMean, squareTotal, Math.Max(0, squareTotal - (total * pieceMean)));
    }

    private static float Least(Vector512<float> vector)
    {
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        vector.CopyTo(lanes);
        return TensorPrimitives.Min<float>(lanes);
    }

    private void Join(int added, double pieceMean, double pieceSquares, double aboutPieceMean)
    {
        var all = count + added;
        var apart = pieceMean - mean;
        squares += pieceSquares;
        squaresAboutMean += aboutPieceMean + (apart * apart * ((double)count * added / all));
        mean += apart * ((double)added / all);
        count = all;
    }

    private void AddLeast(ReadOnlySpan<double> piece)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(piece);
        var (infinity, zeros) = (Vector512.Create(double.PositiveInfinity), Vector512<long>.Zero);
        var least = infinity;
        foreach (var vector in vectors)
        {
            var isZero = Vector512.Equals(vector, Vector512<double>.Zero);
            zeros -= isZero.AsInt64();
            least = Vector512.MinNative(least, Vector512.ConditionalSelect(isZero, infinity, Vector512.Abs(vector)));
        }

        Zeros += Vector512.Sum(zeros);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            leastSize = Math.Min(leastSize, least[lane]);
        }

        foreach (var value in piece[(vectors.Length * Vector512<double>.Count)..])
        {
            Zeros += value == 0 ? 1 : 0;
            leastSize = value == 0 ? leastSize : Math.Min(leastSize, Math.Abs(value));
        }
    }

    // In an order that does not depend on where the numbers lie in memory: the same numbers have the same moments.
    private static (double Sum, double Squares) Sums(ReadOnlySpan<double> piece, double origin)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(piece);
        var (sum, squares, origins) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512.Create(origin));
        foreach (var vector in vectors)
        {
            var apart = vector - origins;
            sum += apart;
            squares += apart * apart;
        }

        var (allSum, allSquares) = (Vector512.Sum(sum), Vector512.Sum(squares));
        foreach (var value in piece[(vectors.Length * Vector512<double>.Count)..])
        {
            allSum += value - origin;
            allSquares += (value - origin) * (value - origin);
        }

        return (allSum, allSquares);
    }
}
