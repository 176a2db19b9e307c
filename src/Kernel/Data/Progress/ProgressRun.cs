using System.Collections;
using NotebookGrad.Inspection;

namespace NotebookGrad.Data;

/// <summary>One going through of something, which its board shows.</summary>
/// <param name="board">Where it is shown.</param>
/// <param name="noun">What it counts.</param>
/// <param name="first">How many are done before it.</param>
/// <param name="total">How many there are with these; null where that is not known.</param>
/// <param name="now">The time of its board.</param>
internal sealed class ProgressRun(ProgressBoard board, string noun, long first, long? total, TimeSpan now)
    : IDisposable
{
    /// <summary>How fast it goes.</summary>
    public Pace Pace { get; } = new(first, now);

    /// <summary>How many have been handed out.</summary>
    public long Begun { get; set; } = first;

    /// <summary>How many the loop's body has been through.</summary>
    public long Done { get; set; } = first;

    /// <summary>Whether the one that is handed out counts as a step, since no loop has begun inside.</summary>
    public bool IsStep { get; set; }

    /// <summary>Whether it has come to its end.</summary>
    public bool IsFinished { get; set; }

    /// <summary>Whether it was left, at its end or before.</summary>
    public bool HasEnded { get; set; }

    /// <summary>How far it is, with what loops inside have done of the one that is handed out.</summary>
    public double Position { get; private set; } = first;

    /// <summary>The share of it that is done; null where its length is not known.</summary>
    public double? Share => total is { } all ? (all > 0 ? Math.Min(1, Position / all) : 1) : null;

    /// <summary>How long it will go on; null where that is not known.</summary>
    public TimeSpan? Left => total is { } all && (all - Position) / Pace.Rate is >= 0 and < 1e9 and var seconds
        ? TimeSpan.FromSeconds(seconds)
        : null;

    /// <summary>What is told of it; where it was left, it has come to the one handed out last.</summary>
    public ProgressPart Part(bool isAtStop) => new(noun, isAtStop ? Begun : Done, total);

    /// <summary>Moves to the next; what was handed out before is done.</summary>
    /// <exception cref="OperationCanceledException">The user has stopped the loop.</exception>
    public bool Next(IEnumerator source)
    {
        board.Return(this);
        bool isThere;
        try
        {
            isThere = source.MoveNext();
        }
        catch (Exception problem)
        {
            board.Fail(problem);
            throw;
        }

        board.HandOut(this, isThere);
        return isThere;
    }

    /// <summary>Takes the time, when loops inside have done a share of the one that is handed out.</summary>
    public void Advance(double ofNext, TimeSpan time)
    {
        Position = Math.Max(Position, Done + ofNext);
        Pace.To(Position, time);
    }

    /// <inheritdoc/>
    public void Dispose() => board.End(this);
}
