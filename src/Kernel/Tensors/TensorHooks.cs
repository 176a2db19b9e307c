namespace NotebookGrad;

/// <summary>
/// Looks at gradients while they flow. Hooks stay with the tensor's place in the graph, whatever thread runs Backward,
/// and are called on that thread. In one place the order is: the tensor's hooks in the order of registration, the
/// keeping of a retained gradient, the node's pre-hooks, the derivative, the node's hooks; hooks after accumulation
/// come when all leaves have their new <c>.Grad</c>. An exception from any but the last leaves every <c>.Grad</c> as it
/// was.
/// </summary>
public static class TensorHooks
{
    extension(Tensor tensor)
    {
        /// <summary>
        /// Calls a function with the gradient by this tensor whenever a backward pass has worked it out; a tensor that
        /// it returns takes the gradient's place, null leaves it. Dispose of the handle to remove the hook.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
        public IDisposable RegisterHook(Func<Tensor, Tensor?> hook) =>
            Hooks(tensor, "register_hook").AddTensor(hook);

        /// <summary>The same for a function that only looks.</summary>
        /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
        public IDisposable RegisterHook(Action<Tensor> hook) => tensor.RegisterHook(gradient =>
        {
            hook(gradient);
            return null;
        });

        /// <summary>
        /// Calls a function with this leaf whenever a backward pass has added to its <c>.Grad</c>, as for a step of
        /// this one parameter. An exception from it comes after all <c>.Grad</c> have changed.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is no leaf, or requires no gradient.</exception>
        public IDisposable RegisterPostAccumulateGradHook(Action<Tensor> hook) => tensor.IsLeaf
            ? Hooks(tensor, "register_post_accumulate_grad_hook").AddAccumulated(hook)
            : throw new InvalidOperationException(
                $"register_post_accumulate_grad_hook: {tensor.Describe()} was made by {tensor.Node}; only leaves "
                + "accumulate. Use RegisterHook, which is called with the gradient.");

        /// <summary>
        /// Has Backward keep this tensor's gradient in <c>.Grad</c> although it is no leaf; it adds up there as for
        /// leaves. On a leaf this changes nothing.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
        public void RetainGrad()
        {
            var hooks = Hooks(tensor, "retain_grad");
            if (!tensor.IsLeaf && !hooks.RetainsGradient)
            {
                // What stood there until now was for drawing.
                tensor.Node!.Gradient = null;
                hooks.RetainsGradient = true;
            }
        }
    }

    extension(Node node)
    {
        /// <summary>
        /// Calls a function with the gradient that has arrived at this node, before its derivative is worked out; a
        /// tensor that it returns takes the gradient's place.
        /// </summary>
        public IDisposable RegisterPreHook(Func<Tensor, Tensor?> hook) => node.NeedHooks().AddBefore(hook);

        /// <summary>
        /// Calls a function with the gradients that this node gives to its operands (null where an operand needs none)
        /// and the one that it got; a list that it returns takes the place of the first.
        /// </summary>
        /// <exception cref="InvalidOperationException">The node is a leaf, which gives to nobody.</exception>
        public IDisposable RegisterHook(Func<IReadOnlyList<Tensor?>, Tensor, IReadOnlyList<Tensor?>?> hook) =>
            node.Operation is not null
                ? node.NeedHooks().AddAfter(hook)
                : throw new InvalidOperationException(
                    $"register_hook: {node} is a leaf and hands no gradient on; use the tensor's RegisterHook or "
                    + "RegisterPostAccumulateGradHook");

        /// <summary>The same for a function that only looks.</summary>
        /// <exception cref="InvalidOperationException">The node is a leaf, which gives to nobody.</exception>
        public IDisposable RegisterHook(Action<IReadOnlyList<Tensor?>, Tensor> hook) =>
            node.RegisterHook((given, gradient) =>
            {
                hook(given, gradient);
                return null;
            });
    }

    private static NodeHooks Hooks(Tensor tensor, string operation) => tensor.RequiresGrad
        ? tensor.Node!.NeedHooks()
        : throw new InvalidOperationException(
            $"{operation}: {tensor.Describe()} requires no gradient, so none will ever arrive; make it a leaf with "
            + "requiresGrad: true, or compute it from one");
}
