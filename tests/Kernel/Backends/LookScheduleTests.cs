using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>Looks for dead blocks are due by bytes; their cost bounds how often.</summary>
public class LookScheduleTests
{
    private const long Megabyte = 1L << 20;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_look_is_due_after_32_megabytes_or_half_of_what_was_alive()
    {
        var schedule = new LookSchedule(32 * Megabyte);
        Assert.False(schedule.IsDue(32 * Megabyte));
        Assert.True(schedule.IsDue((32 * Megabyte) + 1));

        schedule.Looked(alive: 10 * Megabyte);
        Assert.False(schedule.IsDue(42 * Megabyte));
        Assert.True(schedule.IsDue((42 * Megabyte) + 1));

        schedule.Looked(alive: 100 * Megabyte);
        Assert.False(schedule.IsDue(150 * Megabyte));
        Assert.True(schedule.IsDue((150 * Megabyte) + 1));
    }

    [Fact]
    public void A_look_at_everything_is_due_when_blocks_have_doubled_or_a_pass_has_dropped_much()
    {
        var schedule = new LookSchedule(32 * Megabyte);
        Assert.False(schedule.IsFullDue(256 * Megabyte));
        Assert.True(schedule.IsFullDue((256 * Megabyte) + 1));
        Assert.False(schedule.IsWorthwhile((256 * Megabyte) - 1));
        Assert.True(schedule.IsWorthwhile(256 * Megabyte));

        schedule.LookedAtAll(alive: 300 * Megabyte, cost: Second / 100, interval: Second);
        Assert.False(schedule.IsFullDue(600 * Megabyte));
        Assert.True(schedule.IsFullDue((600 * Megabyte) + 1));
        Assert.True(schedule.IsWorthwhile(256 * Megabyte));
    }

    [Fact]
    public void Looks_that_take_more_than_a_twentieth_of_the_time_become_rarer_up_to_a_bound()
    {
        var schedule = new LookSchedule(32 * Megabyte);
        foreach (var patience in new[] { 2, 4, 8, 8 })
        {
            schedule.LookedAtAll(alive: 0, cost: Second / 10, interval: Second);
            Assert.False(schedule.IsWorthwhile((patience * 256 * Megabyte) - 1));
            Assert.True(schedule.IsWorthwhile(patience * 256 * Megabyte));
            Assert.True(schedule.IsFullDue((patience * 256 * Megabyte) + 1));
        }

        foreach (var patience in new[] { 4, 2, 1, 1 })
        {
            schedule.LookedAtAll(alive: 0, cost: Second / 20, interval: Second);
            Assert.False(schedule.IsWorthwhile((patience * 256 * Megabyte) - 1));
            Assert.True(schedule.IsWorthwhile(patience * 256 * Megabyte));
        }
    }
}
