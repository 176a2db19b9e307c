using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Changes of a tensor in place. What a change means is what the operation of the same name without underscore means;
/// its result is written over the elements, and if it is recorded, the history of the tensor, and of all that shows the
/// same elements, is rewritten to tell so.
/// </summary>
internal static class InPlace
{
    /// <summary>Sets the elements to a function of them.</summary>
    /// <param name="operation">The name with underscore.</param>
    /// <param name="target">The tensor to change.</param>
    /// <param name="function">The change, out of place; of the target's shape.</param>
    /// <returns>The target.</returns>
    public static Tensor Apply(string operation, Tensor target, Func<Tensor, Tensor> function)
    {
        var isPart = IsPartOfGraph(operation, target);
        var before = isPart ? target.StandIn(copies: true) : target;
        var result = function(before);
        if (!isPart && result.RequiresGrad)
        {
            // Derivatives may need what is about to be overwritten.
            RefuseOutside(operation, target);
            before = target.StandIn(copies: true);
            result = function(before);
        }

        result = Fitting(operation, target, result);
        if (before == target)
        {
            Write(operation, target, result);
            return target;
        }

        target.Node?.KeepValue(before);
        if (target.ViewOf is null && result.RequiresGrad)
        {
            Write(operation, target, result);
            Rewrite(target, result.Node!, operation);
        }
        else
        {
            if (result.RequiresGrad)
            {
                result.Node!.InPlaceName = operation;
            }

            WriteOver(operation, target, result, result.RequiresGrad ? null : operation);
        }

        return target;
    }

    /// <summary>Sets the elements to those of another tensor, which broadcasts.</summary>
    public static Tensor Overwrite(string operation, Tensor target, Tensor source)
    {
        RefuseShape(operation, target, Broadcasting.Common(operation, target, source), source);
        var isPart = IsPartOfGraph(operation, target);
        source = source.To(target.Device).To(target.DType);
        if (isPart || (source.RequiresGrad && Autograd.IsRecording))
        {
            RefuseOutside(operation, target);
            WriteOver(operation, target, source, operation);
        }
        else
        {
            Write(operation, target, source);
        }

        return target;
    }

    /// <summary>
    /// Whether a change of the tensor must be recorded, whatever it is; refuses those that must not happen.
    /// </summary>
    public static bool IsPartOfGraph(string operation, Tensor target)
    {
        if (target.Layout.MayOverlap)
        {
            throw new InvalidOperationException(
                $"{operation}: elements of {target.Describe()} lie in one place, because it was expanded; change a "
                + "copy, x.Clone()");
        }

        if (target.Storage.IsInference && !AutogradMode.Current.IsInference)
        {
            throw new InvalidOperationException(
                $"{operation}: {target.Describe()} was made under Autograd.InferenceMode() and must not change "
                + "outside; change a copy, x.Clone()");
        }

        var root = target.ViewOf?.Root ?? target;
        if (!Autograd.IsRecording || !(target.RequiresGrad || root.RequiresGrad))
        {
            return false;
        }

        foreach (var tensor in new[] { target, root })
        {
            if (tensor is { IsLeaf: true, RequiresGrad: true })
            {
                throw new InvalidOperationException(
                    $"{operation}: {(tensor == target ? string.Empty : $"{target.Describe()} is a view of ")}"
                    + $"{tensor.Describe()}{(tensor == target ? " is" : ",")} a leaf that requires a gradient, and "
                    + "must not change while operations are recorded. To update a parameter, put the line inside "
                    + "using (Autograd.NoGrad()) { … }");
            }
        }

        RefuseOutside(operation, target);
        return true;
    }

    /// <summary>Refuses a change by which the target would get another shape.</summary>
    public static void RefuseShape(string operation, Tensor target, Shape shape, Tensor? other)
    {
        if (shape != target.Shape)
        {
            throw new ArgumentException(
                $"{operation}: {target.Describe()} cannot take the shape "
                + $"{(other is null ? shape.ToString() : $"of {other.Describe()}")} in place; only the other operand "
                + "broadcasts");
        }
    }

    /// <summary>Counts a change that has been made.</summary>
    public static void Count(string operation, Tensor target)
    {
        AutogradMode.CurrentRecorder?.Uses([target]);
        target.Storage.Touch(operation);
        LeaveConstant(target);
    }

    /// <summary>
    /// Ends a changed tensor's part as a constant of graphs drawn so far; what it is from now on is another one.
    /// </summary>
    public static void LeaveConstant(Tensor target)
    {
        if (target.Node is { NeedsGradient: false, Operation: null })
        {
            target.Node = null;
        }
    }

    private static void RefuseOutside(string operation, Tensor target)
    {
        if (target.ViewOf is { IsOutside: true } link)
        {
            throw new InvalidOperationException(
                $"{operation}: {target.Describe()} is a view of {link.Root.Describe()} that was made under "
                + "Autograd.NoGrad(), and is changed where operations are recorded. Make the view here too, or change "
                + "it there");
        }
    }

    // A result may widen or narrow within whole or real numbers, not from one to the other.
    private static Tensor Fitting(string operation, Tensor target, Tensor result)
    {
        RefuseShape(operation, target, result.Shape, null);

        // A number of the processor comes along to where the other operand is, but cannot stay there.
        OneDevice.Require(operation, target, result);
        if (Promotion.Category(result.DType) > Promotion.Category(target.DType))
        {
            throw new InvalidOperationException(
                $"{operation}: {target.Describe()} is {target.DType.Text} and cannot hold the {result.DType.Text} "
                + "result; use the form without underscore");
        }

        return result.To(target.DType);
    }

    // The elements of the target are part of a root, or all of a tensor; the others of it stay.
    private static void WriteOver(string operation, Tensor target, Tensor source, string? name)
    {
        var root = target.ViewOf?.Root ?? target;
        var before = root.StandIn(copies: root.Count <= Node.PreviewCount);
        Node.Operand(before).KeepValue(before);
        Write(operation, target, source);
        var start = root.Layout.Offset;
        var overwrite = new Overwrite(root.Layout.Move(-start), target.Layout.Move(-start));
        var node = Node.Result(root, overwrite, [before, source]);
        Rewrite(root, node, name);
    }

    private static void Write(string operation, Tensor target, Tensor source)
    {
        // What lies in the same block in another order is copied first.
        var apart = source.Storage == target.Storage ? source.Converted(source.DType) : source;
        target.Backend.Copy(new(apart.Storage, apart.Layout.Expand(target.Shape)), target.View);
        Count(operation, target);
    }

    private static void Rewrite(Tensor root, Node node, string? name)
    {
        AutogradMode.CurrentRecorder?.Rewrites(root);
        if (root.Node is { Operation: not null, Hooks: { RetainsGradient: true } hooks })
        {
            // It is the tensor's gradient that was asked for, and the tensor is now made by the new node.
            hooks.RetainsGradient = false;
            node.NeedHooks().RetainsGradient = true;
        }

        (node.InPlaceName, node.Name) = (name, root.Name);
        root.Node = node;
        root.Rewritten++;
    }
}
