using NotebookGrad.Backends.Host;

namespace NotebookGrad.Tests.Backends;

public class HostPoolTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public void An_array_that_was_given_back_is_lent_again()
    {
        var pool = HostPool<sbyte>.Shared;
        var borrower = new object();
        var (array, loan) = pool.Lend(3 * Megabyte, borrower);
        pool.GiveBack(loan);
        GC.KeepAlive(borrower);
        Assert.Same(array, pool.Lend(3 * Megabyte, this).Array);
    }

    [Fact]
    public void What_a_program_did_before_takes_no_room_from_what_it_does_now()
    {
        // Arrays of a type that nothing else uses; their pages are never touched.
        Use(40 * Megabyte, 10);
        var now = Use(30 * Megabyte, 10);
        var again = Use(30 * Megabyte, 10);
        Assert.Equal(now.ToHashSet(), again.ToHashSet());
    }

    private static short[][] Use(int bytes, int count)
    {
        var pool = HostPool<short>.Shared;
        var borrowers = Enumerable.Range(0, count).Select(_ => new object()).ToArray();
        var loans = borrowers.Select(borrower => pool.Lend(bytes / sizeof(short), borrower)).ToArray();
        foreach (var (_, loan) in loans)
        {
            pool.GiveBack(loan);
        }

        GC.KeepAlive(borrowers);
        return [.. loans.Select(loan => loan.Array)];
    }
}
