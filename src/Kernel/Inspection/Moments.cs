using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Inspection;

/// <summary>
/// Moments and range of the finite ones among some numbers, and counts of the others. Numbers are taken in pieces that
/// stay in the cache; each piece's moments are about its own mean, and two pieces are joined as Chan, Golub and LeVeque
/// (1979) do, because the difference of squares would lose all digits where the mean is large.
/// </summary>
internal sealed class Moments
{
    private const int PieceLength = 2048;

    // Squares of larger ones may be beyond double's range, and those of smaller ones have fewer digits.
    private const double LargestToSquare = 1e140;
    private const double SmallestToSquare = 1e-140;
    private const int MostDoublings = 1000;

    private readonly double scale;
    private long count;
    private double mean;
    private double squaresAboutMean;
    private double squares;

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

    /// <summary>How many numbers are zero.</summary>
    public long Zeros { get; private set; }

    /// <summary>How many numbers are NaN.</summary>
    public long NaNs { get; private set; }

    /// <summary>How many numbers are ±∞.</summary>
    public long Infinities { get; private set; }

    /// <summary>The moments of some numbers.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = new Moments(scale: 1);
        moments.Add(values);
        var size = Math.Max(Math.Abs(moments.Minimum), Math.Abs(moments.Maximum));
        if (size is > LargestToSquare or (> 0 and < SmallestToSquare))
        {
            var doublings = Math.Clamp(-Math.ILogB(size), -MostDoublings, MostDoublings);
            moments = new Moments(Math.ScaleB(1, doublings));
            moments.Add(values);
        }

        return moments;
    }

    private void Add(ReadOnlySpan<double> values)
    {
        Span<double> scratch = stackalloc double[Math.Min(values.Length, PieceLength)];
        while (values.Length > 0)
        {
            var piece = values[..Math.Min(values.Length, PieceLength)];
            AddFinite(TensorPrimitives.IsFiniteAll(piece) ? piece : OnlyFinite(piece, scratch), scratch);
            values = values[piece.Length..];
        }
    }

    private ReadOnlySpan<double> OnlyFinite(ReadOnlySpan<double> piece, Span<double> scratch)
    {
        var kept = 0;
        foreach (var value in piece)
        {
            if (double.IsFinite(value))
            {
                scratch[kept++] = value;
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

        return scratch[..kept];
    }

    private void AddFinite(ReadOnlySpan<double> piece, Span<double> scratch)
    {
        if (piece.Length == 0)
        {
            return;
        }

        Minimum = double.MinNumber(Minimum, TensorPrimitives.Min(piece));
        Maximum = double.MaxNumber(Maximum, TensorPrimitives.Max(piece));
        foreach (var value in piece)
        {
            Zeros += value == 0 ? 1 : 0;
        }

        if (scale != 1)
        {
            TensorPrimitives.Multiply(piece, scale, scratch);
            piece = scratch[..piece.Length];
        }

        var (sum, pieceSquares) = Sums(piece, origin: 0);
        var pieceMean = sum / piece.Length;
        var all = count + piece.Length;
        var apart = pieceMean - mean;
        squares += pieceSquares;
        squaresAboutMean += Sums(piece, pieceMean).Squares + (apart * apart * ((double)count * piece.Length / all));
        mean += apart * ((double)piece.Length / all);
        count = all;
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
