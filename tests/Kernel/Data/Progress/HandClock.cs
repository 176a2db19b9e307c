namespace NotebookGrad.Tests.Data;

/// <summary>A clock that stands still until somebody moves it.</summary>
internal sealed class HandClock : TimeProvider
{
    private long ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks;

    public void Move(double seconds) => ticks += (long)(seconds * TimeSpan.TicksPerSecond);
}
