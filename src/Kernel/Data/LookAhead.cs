using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace NotebookGrad.Data;

/// <summary>
/// Makes numbered things on threads before they are asked for, and hands them out in order. Thread w of n makes every
/// n-th thing from w on and puts it into a queue of its own, from which it is taken in turn: so that nothing can be
/// reordered, and no thread gets further ahead than its queue is long.
/// </summary>
internal sealed class LookAhead<T> : IDisposable
{
    // One to be handed out next, while another is being made.
    private const int Ahead = 2;

    private readonly CancellationTokenSource stop = new();
    private readonly BlockingCollection<(T? Thing, ExceptionDispatchInfo? Problem)>[] queues;
    private readonly Thread[] threads;
    private int next;

    /// <summary>Starts to make the things 0 to count − 1.</summary>
    public LookAhead(int count, int workers, Func<int, T> make)
    {
        queues = new BlockingCollection<(T?, ExceptionDispatchInfo?)>[Math.Min(count, workers)];
        threads = new Thread[queues.Length];
        for (var worker = 0; worker < threads.Length; worker++)
        {
            var first = worker;
            queues[first] = new(Ahead);
            threads[first] = new Thread(() => Work(first, count, make))
            {
                IsBackground = true,
                Name = $"data loader, worker {first}",
            };
            threads[first].Start();
        }
    }

    /// <summary>The next thing. What making it threw, this throws.</summary>
    public T Next()
    {
        var (thing, problem) = queues[next++ % queues.Length].Take();
        problem?.Throw();
        return thing!;
    }

    /// <summary>Has the threads stop, and waits until each is done with the thing that it is making.</summary>
    public void Dispose()
    {
        stop.Cancel();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        foreach (var queue in queues)
        {
            queue.Dispose();
        }

        stop.Dispose();
    }

    private void Work(int first, int count, Func<int, T> make)
    {
        try
        {
            for (var number = first; number < count && !stop.IsCancellationRequested; number += threads.Length)
            {
                queues[first].Add(Attempt(number, make), stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody asks for more.
        }
    }

    private static (T? Thing, ExceptionDispatchInfo? Problem) Attempt(int number, Func<int, T> make)
    {
        try
        {
            return (make(number), null);
        }
        catch (Exception problem)
        {
            return (default, ExceptionDispatchInfo.Capture(problem));
        }
    }
}
