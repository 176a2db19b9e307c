using NotebookGrad.Backends.Host;

namespace NotebookGrad.Tests.Backends.Host;

public class ThreadTeamTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Every_piece_is_done_once(int threads)
    {
        var team = new ThreadTeam(threads);
        foreach (var pieces in new[] { 0, 1, 2, 7, 1000, 3 })
        {
            var times = new int[pieces];
            team.Run(pieces, new Each(piece => Interlocked.Increment(ref times[piece])));
            Assert.All(times, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void So_many_threads_work_at_once_whether_they_were_awake_or_asleep()
    {
        var team = new ThreadTeam(3);
        for (var round = 0; round < 3; round++)
        {
            using var barrier = new Barrier(3);
            team.Run(3, new Each(_ => Assert.True(barrier.SignalAndWait(Long))));
            Thread.Sleep(5 * round);
        }
    }

    [Fact]
    public void No_more_threads_work_than_are_allowed_after_the_number_was_lowered()
    {
        var team = new ThreadTeam(4);
        using var barrier = new Barrier(4);
        team.Run(4, new Each(_ => Assert.True(barrier.SignalAndWait(Long))));
        team.Count = 1;
        var caller = Environment.CurrentManagedThreadId;
        team.Run(100, new Each(_ => Assert.Equal(caller, Environment.CurrentManagedThreadId)));
    }

    [Fact]
    public void What_is_too_small_to_share_is_done_by_the_caller()
    {
        var caller = Environment.CurrentManagedThreadId;
        new ThreadTeam(4).Run(
            100, new Each(_ => Assert.Equal(caller, Environment.CurrentManagedThreadId)), alone: true);
    }

    [Fact]
    public void Pieces_of_a_piece_are_done_by_its_own_thread()
    {
        var team = new ThreadTeam(4);
        var done = 0;
        team.Run(8, new Each(_ =>
        {
            var outer = Environment.CurrentManagedThreadId;
            team.Run(5, new Each(_ =>
            {
                Assert.Equal(outer, Environment.CurrentManagedThreadId);
                Interlocked.Increment(ref done);
            }));
        }));
        Assert.Equal(40, done);
    }

    [Fact]
    public void An_exception_reaches_the_caller_and_the_team_goes_on()
    {
        var team = new ThreadTeam(4);
        for (var round = 0; round < 20; round++)
        {
            var culprit = round;
            var problem = Assert.Throws<InvalidOperationException>(() => team.Run(20, new Each(piece =>
            {
                if (piece == culprit)
                {
                    throw new InvalidOperationException($"piece {piece}");
                }
            })));
            Assert.Equal($"piece {culprit}", problem.Message);
            var done = 0;
            team.Run(50, new Each(_ => Interlocked.Increment(ref done)));
            Assert.Equal(50, done);
        }
    }

    [Fact]
    public async Task Many_callers_at_once_each_have_their_own_work_done()
    {
        var team = new ThreadTeam(3);
        var callers = Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < 500; round++)
                {
                    var times = new int[11];
                    team.Run(times.Length, new Each(piece => Interlocked.Increment(ref times[piece])));
                    Assert.All(times, count => Assert.Equal(1, count));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(callers).WaitAsync(Long);
    }

    private readonly struct Each(Action<int> action) : IPieces
    {
        public void Do(int piece) => action(piece);
    }
}
