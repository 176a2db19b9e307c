namespace NotebookGrad;

/// <content>
/// Functions compiled, as <c>torch.compile</c> does. What a function does to tensors is recorded as calls of the
/// backend, forward, backward and in place; once two calls running have done the same, it is not called any more: a
/// plan does these calls, without tensors and graphs, in buffers laid out beforehand, with chains of pointwise
/// functions done part by part in the cache, or as one launch of a device.
/// </content>
/// <remarks>
/// <para>
/// A function may be a whole step of training, with <c>Backward</c> and changes of parameters inside; afterwards
/// <c>.Grad</c> is what it would be. Or its result has a graph, of one node, and <c>Backward</c> is called outside. A
/// result whose graph the function itself has used up comes without it. What comes out, gradients too, is new in each
/// call and yours to keep.
/// </para>
/// <para>
/// A plan holds for inputs of the shapes, layouts, dtypes and requirements of gradients that it was made for; the
/// function is recorded anew for others, of at most eight kinds. Tensors from outside, such as parameters, are read and
/// changed as they are in each call. C# code of the function runs only while it is recorded: numbers and arrays are
/// what they were then. One that changes from the first call to the second is noticed, and the function is called as it
/// is; so it is where it reads numbers of tensors, draws random ones, or calls hooks. The report says so. What changes
/// later, or seldom, belongs into a tensor; an optimiser keeps its learning rate in one.
/// </para>
/// <para>
/// The numbers are the same to the last bit. Only where <c>Backward</c> outside begins with a sum or a mean of the
/// result, gradients that the function sums in turn may be rounded otherwise.
/// </para>
/// </remarks>
public static partial class Autograd
{
    /// <summary>Compiles a function without inputs, such as a step of training.</summary>
    /// <example><code>
    /// var step = Autograd.Compile(() => { …; loss.Backward(); …; return loss; });
    /// var loss = step.Call();
    /// </code></example>
    public static Compiled<Func<Tensor>> Compile(Func<Tensor> function)
    {
        RequireFunction(function);
        var core = new CompiledFunction(_ => function());
        return new(core, () => core.Call());
    }

    /// <summary>Compiles a function of one tensor.</summary>
    public static Compiled<Func<Tensor, Tensor>> Compile(Func<Tensor, Tensor> function)
    {
        RequireFunction(function);
        var core = new CompiledFunction(inputs => function(inputs[0]));
        return new(core, x => core.Call(x));
    }

    /// <summary>Compiles a function of two tensors.</summary>
    public static Compiled<Func<Tensor, Tensor, Tensor>> Compile(Func<Tensor, Tensor, Tensor> function)
    {
        RequireFunction(function);
        var core = new CompiledFunction(inputs => function(inputs[0], inputs[1]));
        return new(core, (a, b) => core.Call(a, b));
    }

    /// <summary>Compiles a function of three tensors.</summary>
    public static Compiled<Func<Tensor, Tensor, Tensor, Tensor>> Compile(Func<Tensor, Tensor, Tensor, Tensor> function)
    {
        RequireFunction(function);
        var core = new CompiledFunction(inputs => function(inputs[0], inputs[1], inputs[2]));
        return new(core, (a, b, c) => core.Call(a, b, c));
    }

    private static void RequireFunction(Delegate? function)
    {
        if (function is null)
        {
            throw new ArgumentNullException(
                nameof(function), "compile: there is no function; give one, such as x => (x * x).Sum()");
        }
    }
}
