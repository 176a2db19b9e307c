using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Programs;

/// <summary>Graphs built and differentiated on many threads at once give what they give alone.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;

    private static readonly StoredProgram[] Programs = [.. StoredProgram.All.Take(200)];

    [Fact]
    public void Programs_on_many_threads_give_the_numbers_of_one()
    {
        var serial = Array.ConvertAll(Programs, program => Numbers(ProgramSuite.Differentiate(program)));
        OnThreads(_ => Assert.All(Programs.Zip(serial), pair =>
            AssertSame(pair.Second, Numbers(ProgramSuite.Differentiate(pair.First)))));
    }

    [Fact]
    public void Gradients_by_shared_parameters_are_those_of_one_thread()
    {
        var shared = Array.ConvertAll(Programs, ProgramSuite.Leaves);
        var serial = Programs.Select((program, i) => Gradients(program, shared[i])).ToArray();
        OnThreads(_ => Assert.All(Programs.Select((program, i) => (program, i)), pair =>
            AssertSame(serial[pair.i], Gradients(pair.program, shared[pair.i]))));
    }

    [Fact]
    public void Every_backward_pass_is_added_to_a_shared_parameter_once()
    {
        const int Passes = 200;
        var w = Cotangent.Of(Tensor.Zeros([5, 4], dtype: DType.Float64), 1);
        w.RequiresGrad = true;
        OnThreads(thread =>
        {
            for (var pass = 1; pass <= Passes; pass++)
            {
                (w * (thread + 1)).Sum().Backward();
            }
        });
        Assert.All(w.Grad.ToArray<double>(), value => Assert.Equal(Passes * Threads * (Threads + 1) / 2.0, value));
    }

    [Fact]
    public void Every_thread_may_go_through_the_same_retained_graph()
    {
        var w = Cotangent.Of(Tensor.Zeros([6, 6], dtype: DType.Float64), 2);
        w.RequiresGrad = true;
        var loss = (w.MatMul(w).Tanh().Softmax(1) * w.Sin()).Sum();
        var serial = Autograd.Grad(loss, [w], retainGraph: true)[0].ToArray<double>();
        OnThreads(_ =>
        {
            for (var pass = 0; pass < 50; pass++)
            {
                AssertSame([serial], [Autograd.Grad(loss, [w], retainGraph: true)[0].ToArray<double>()]);
            }
        });
    }

    private static double[][] Gradients(StoredProgram program, Tensor[] leaves)
    {
        var outputs = program.Run(leaves);
        var total = outputs.Select((output, i) => (output * Cotangent.Of(output, 7 + i)).Sum()).Aggregate((a, b) => a + b);
        return [.. Autograd.Grad(total, [.. leaves.Where(leaf => Graphs.Reaches(total, leaf))]).Select(gradient => gradient.ToArray<double>())];
    }

    private static double[][] Numbers((Tensor[] Outputs, Tensor[] Gradients) results) =>
        [.. results.Outputs.Concat(results.Gradients).Select(tensor => tensor.Detach().ToArray<double>())];

    // To the last bits but one: a loop that the runtime compiles again while it runs may round otherwise from then on.
    private static void AssertSame(double[][] expected, double[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (numbers, found) in expected.Zip(actual))
        {
            var scale = 1 + numbers.Select(Math.Abs).Max();
            Assert.Equal(0, numbers.Zip(found, (a, b) => Math.Abs(a - b)).Max(), 1e-12 * scale);
        }
    }

    // Threads of their own, which all begin at once.
    private static void OnThreads(Action<int> work)
    {
        using var start = new Barrier(Threads);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                work(number);
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }
}
