using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What is recorded inside a module knows it.</summary>
public class GraphModuleTests
{
    private static readonly Tensor X = Tensor.Of([1f, 2f, 3f], requiresGrad: true);

    [Fact]
    public void Modules_nest_and_each_call_is_one_of_its_own()
    {
        Tensor first, second, between;
        using (Graph.Module("model"))
        {
            first = InBlock(X);
            between = first * 2;
            second = InBlock(between);
        }

        var outside = second + 1;
        Assert.Equal("model.block", Module(first)!.Path);
        Assert.Equal("model", Module(between)!.Path);
        Assert.Equal("model.block", Module(second)!.ToString());
        Assert.NotSame(Module(first), Module(second));
        Assert.Same(Module(between), Module(first)!.Parent);
        Assert.Null(Module(outside));
        Assert.Null(Module(X));
    }

    [Fact]
    public void A_module_ends_with_its_scope_whatever_ends_it_and_however_often()
    {
        using (Graph.Module("outer"))
        {
            Assert.Throws<InvalidOperationException>(Fail);
            Assert.Equal("outer", Module(X * 2)!.Path);
            var inner = Graph.Module("inner");
            inner.Dispose();
            inner.Dispose();
            Assert.Equal("outer", Module(X * 2)!.Path);
        }

        Assert.Null(Module(X * 2));

        static void Fail()
        {
            using (Graph.Module("failing"))
            {
                throw new InvalidOperationException();
            }
        }
    }

    [Fact]
    public async Task A_module_flows_with_await_and_into_tasks_and_not_to_other_flows()
    {
        using var inside = new SemaphoreSlim(0);
        using var seen = new SemaphoreSlim(0);
        var other = Task.Run(async () =>
        {
            await inside.WaitAsync();
            var module = Module(X * 2);
            seen.Release();
            return module;
        });
        using (Graph.Module("here"))
        {
            inside.Release();
            await seen.WaitAsync();
            await Task.Yield();
            Assert.Equal("here", Module(X * 2)!.Path);
            Assert.Equal("here", await Task.Run(() => Module(X * 2)!.Path));
        }

        Assert.Null(await other);
    }

    [Fact]
    public void A_module_inside_vmap_is_called_for_every_example()
    {
        var rows = Tensor.Ones(4, 3, requiresGrad: true);
        using (Graph.Module("batch"))
        {
            var graph = Autograd.Vmap(InBlock)(rows).Sum().Graph();
            var modules = graph.Nodes.Where(node => node.Operation is not null).Select(node => node.Module!);
            Assert.Equal(4, modules.Where(module => module.Path == "batch.block").Distinct().Count());
            Assert.All(modules, module => Assert.StartsWith("batch", module.Path));
        }
    }

    [Fact]
    public void Calling_a_checkpoint_again_adds_no_module_to_the_graph()
    {
        var loss = Autograd.Checkpoint(InBlock, X).Sum();
        var before = Modules(loss);
        loss.Backward();
        Assert.Equal(before, Modules(loss));
        Assert.Equal("block", Assert.Single(before)!.Path);

        static GraphModule?[] Modules(Tensor loss) =>
            [.. loss.Graph().Nodes.Select(node => node.Module).Where(module => module is not null).Distinct()];
    }

    private static Tensor InBlock(Tensor x)
    {
        using (Graph.Module("block"))
        {
            return x.Tanh() * x;
        }
    }

    private static GraphModule? Module(Tensor tensor) =>
        tensor.Graph().Nodes.Single(node => node.Id == tensor.Node!.Id).Module;
}
