using System.Numerics.Tensors;

namespace NotebookGrad.Inspection;

/// <summary>
/// Moments and range of the finite ones among some numbers, and counts of the others. Numbers are taken in pieces that
/// stay in the cache; each piece's moments are about its own mean, and two pieces are joined as Chan, Golub and LeVeque
/// (1979) do, because the difference of squares would lose all digits where the mean is large.
/// </summary>
internal sealed class Moments
{
    private const int PieceLength = 2048;

    private long count;
    private double mean;
    private double squaresAboutMean;
    private double squares;

    /// <summary>Mean; NaN where no number is finite.</summary>
    public double Mean => count > 0 ? mean : double.NaN;

    /// <summary>Population standard deviation; NaN where no number is finite.</summary>
    public double Deviation => count > 0 ? Math.Sqrt(squaresAboutMean / count) : double.NaN;

    /// <summary>Euclidean norm.</summary>
    public double Norm => Math.Sqrt(squares);

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

    /// <summary>Takes further numbers into account.</summary>
    public void Add(ReadOnlySpan<double> values)
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
        squares += TensorPrimitives.SumOfSquares(piece);
        foreach (var value in piece)
        {
            Zeros += value == 0 ? 1 : 0;
        }

        var pieceMean = TensorPrimitives.Sum(piece) / piece.Length;
        var aboutMean = scratch[..piece.Length];
        TensorPrimitives.Subtract(piece, pieceMean, aboutMean);
        var all = count + piece.Length;
        var apart = pieceMean - mean;
        squaresAboutMean += TensorPrimitives.SumOfSquares(aboutMean)
            + (apart * apart * ((double)count * piece.Length / all));
        mean += apart * ((double)piece.Length / all);
        count = all;
    }
}
