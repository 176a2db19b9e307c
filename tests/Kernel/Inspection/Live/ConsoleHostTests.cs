using System.Runtime.InteropServices;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Data;

namespace NotebookGrad.Tests.Inspection;

public class ConsoleHostTests
{
    private readonly StringWriter text = new() { NewLine = "\n" };
    private readonly HandClock clock = new();

    [Fact]
    public void A_terminal_redraws_one_line_and_ends_it()
    {
        var surface = new TerminalLine(() => text, () => 12).Open();
        surface.Show(new Words("a long beginning"), isLast: false);
        surface.Show(new Words("short\nmore"), isLast: false);
        surface.Show(new Words("end\e[2J"), isLast: true);
        surface.Show(new Words("again"), isLast: true);
        Assert.Equal("\ra long begi\rshort      \rend [2J\n\ragain\n", text.ToString());
    }

    [Fact]
    public void Who_comes_second_to_a_terminal_has_its_last_word_only()
    {
        var line = new TerminalLine(() => text, () => 80);
        var (first, second) = (line.Open(), line.Open());
        first.Show(new Words("one"), isLast: false);
        second.Show(new Words("two"), isLast: false);
        second.Show(new Words("2"), isLast: true);
        first.Show(new Words("three"), isLast: true);
        second.Show(new Words("now"), isLast: false);
        Assert.Equal("\rone\r2  \n\rthree\n\rnow", text.ToString());
    }

    [Fact]
    public void A_log_gets_few_plain_lines_however_long_it_takes()
    {
        var host = new RecordingHost();
        var display = new LiveDisplay(new LogHost(new LogSurface(() => text)), clock);
        for (var second = 0; second < 36_000; second++)
        {
            display.Update(() => new Words($"{second}"));
            clock.Move(1);
        }

        display.End(new Words("end"));
        var lines = text.ToString().Split('\n');
        Assert.InRange(lines.Length, 15, 30);
        Assert.Equal(["1", "2", "3", "5"], lines[..4]);
        Assert.Equal(["end", ""], lines[^2..]);
        Assert.DoesNotContain(text.ToString(), letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public void A_display_takes_at_most_a_twentieth_of_the_time()
    {
        var host = new RecordingHost { Pause = _ => TimeSpan.FromSeconds(0.25), OnShow = () => clock.Move(0.1) };
        var display = new LiveDisplay(host, clock);
        for (var step = 0; step < 1000; step++)
        {
            clock.Move(0.1);
            display.Update(() => new Words($"{step}"));
        }

        Assert.InRange(host.Places[0].Count, 40, 51);
    }

    [Fact]
    public void A_drawing_that_takes_long_only_once_costs_no_rest()
    {
        var host = new RecordingHost { Pause = _ => TimeSpan.FromSeconds(0.25) };
        host.OnShow = () => clock.Move(host.Places[0].Count is 1 or 3 ? 1 : 0.001);
        var display = new LiveDisplay(host, clock);
        for (var step = 0; step < 30; step++)
        {
            clock.Move(0.1);
            display.Update(() => new Words($"{step}"));
        }

        Assert.Equal(10, host.Places[0].Count);
    }

    [Fact]
    public void The_first_interruption_is_heard_and_only_the_second_ends_the_process()
    {
        using var interruption = new ConsoleInterruption();
        var (first, second) = (new PosixSignalContext(PosixSignal.SIGINT), new PosixSignalContext(PosixSignal.SIGINT));
        interruption.Stop(first);
        Assert.True(interruption.IsCancellationRequested);
        Assert.True(first.Cancel);
        interruption.Stop(second);
        Assert.False(second.Cancel);
    }

    private sealed record Words(string Text) : IInspectable
    {
        public override string ToString() => Text;
    }

    private sealed class LogHost(ILiveSurface surface) : ILiveHost
    {
        public object? Cell => null;

        public ILiveSurface Open() => surface;

        public CancellationTokenSource Interruption() => new();
    }
}
