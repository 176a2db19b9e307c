using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace NotebookGrad.Backends;

/// <summary>
/// Blocks on loan, each until its borrower is dead or gives it back. A weak handle to each borrower tells when it is
/// dead, without a finalizer's detour over another thread. Not safe for threads.
/// </summary>
internal sealed class Loans<TBlock>
    where TBlock : struct
{
    private readonly List<(TBlock? Block, WeakGCHandle<object> Borrower)> loans = [];
    private readonly Stack<int> free = new();

    /// <summary>Lends a block, and returns the number of the loan.</summary>
    public int Begin(TBlock block, object borrower)
    {
        if (!free.TryPop(out var loan))
        {
            loan = loans.Count;
            loans.Add((null, new WeakGCHandle<object>(null!)));
        }

        var handle = loans[loan].Borrower;
        handle.SetTarget(borrower);
        loans[loan] = (block, handle);
        return loan;
    }

    /// <summary>Ends a loan before its borrower is dead; null where it has ended.</summary>
    public TBlock? End(int loan)
    {
        var (block, handle) = loans[loan];
        if (block is not null)
        {
            handle.SetTarget(null!);
            loans[loan] = (null, handle);
            free.Push(loan);
        }

        return block;
    }

    /// <summary>Ends the loans of dead borrowers one by one; false where there are none from a place on.</summary>
    /// <param name="from">Where to look from, 0 at first; afterwards the next place.</param>
    /// <param name="block">The block that has come back.</param>
    public bool TryEndDead(ref int from, [NotNullWhen(true)] out TBlock? block)
    {
        for (; from < loans.Count; from++)
        {
            if (loans[from].Block is not null && !loans[from].Borrower.TryGetTarget(out _))
            {
                block = End(from++)!.Value;
                return true;
            }
        }

        block = null;
        return false;
    }

    /// <summary>The loans whose borrowers are alive.</summary>
    public IEnumerable<(int Loan, object Borrower)> Living()
    {
        for (var loan = 0; loan < loans.Count; loan++)
        {
            if (loans[loan].Block is not null && loans[loan].Borrower.TryGetTarget(out var alive))
            {
                yield return (loan, alive);
            }
        }
    }
}
