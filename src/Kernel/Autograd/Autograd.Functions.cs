using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Operations that a user declares.</content>
public static partial class Autograd
{
    /// <summary>
    /// Makes an operation of one operand whose derivative is a factor, element by element: with its own name in graphs,
    /// and differentiable as often as the slope's own operations are.
    /// </summary>
    /// <param name="name">What graphs and messages call it, such as <c>swish</c>.</param>
    /// <param name="value">Computes the value, of any shape that the slope has too; nothing of it is recorded.</param>
    /// <param name="slope">
    /// The derivative from operand and value, in tensor operations, of the operand's shape.
    /// </param>
    /// <returns>The operation, to be called as a function.</returns>
    public static Func<Tensor, Tensor> Function(
        string name, Func<Tensor, Tensor> value, Func<Tensor, Tensor, Tensor> slope)
    {
        var operation = new SlopeFunction(name, value, slope);
        return x => operation.Apply(x);
    }

    /// <summary>
    /// Makes an operation of several operands from the computation of its value and that of its gradients, as
    /// <c>torch.autograd.Function</c> does. Written in tensor operations, the gradients can be differentiated in turn;
    /// Jacobian-vector products follow from them.
    /// </summary>
    /// <param name="name">What graphs and messages call it.</param>
    /// <param name="forward">
    /// Computes the value from the operands, and saves in the context what the gradients need; nothing of it is
    /// recorded.
    /// </param>
    /// <param name="backward">
    /// The gradient by each operand, of its shape and dtype, from the gradient by the value; null where there is none.
    /// </param>
    /// <returns>The operation, to be called as in <c>f([a, b])</c>.</returns>
    public static Func<Tensor[], Tensor> Function(
        string name,
        Func<FunctionContext, Tensor[], Tensor> forward,
        Func<FunctionContext, Tensor, IReadOnlyList<Tensor?>> backward) =>
        operands => CustomFunction.Apply(name, forward, backward, operands);
}
