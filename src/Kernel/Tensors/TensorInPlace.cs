using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Changes in place, under PyTorch's underscored names. Views share the change. They are refused on tensors whose
/// operations are being recorded: the graph would no longer tell how the values came about.
/// </summary>
public static class TensorInPlace
{
    extension(Tensor target)
    {
        /// <summary>Sets all elements to 0, and returns the tensor.</summary>
        public Tensor Zero_() => target.Fill_(0);

        /// <summary>Sets all elements to a number, and returns the tensor.</summary>
        public Tensor Fill_(Scalar value)
        {
            Prepare("fill_", target, target);
            target.Backend.Fill(target.View, target.DType.IsReal ? value : value.ToWhole("fill_"));
            return Changed(target);
        }

        /// <summary>Sets the elements to those of another tensor, which broadcasts, and returns the tensor.</summary>
        public Tensor Copy_(Tensor source)
        {
            Prepare("copy_", target, source);
            target.Backend.Copy(source.Detach().Expand(target.Shape).View, target.View);
            return Changed(target);
        }

        /// <summary>Adds a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Add_(Tensor other) => Change<Add>("add_", target, other);

        /// <summary>Adds a number, and returns the tensor.</summary>
        public Tensor Add_(Scalar other) => Change<Add>("add_", target, target.Number(other, "add_"));

        /// <summary>Subtracts a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Sub_(Tensor other) => Change<Sub>("sub_", target, other);

        /// <summary>Subtracts a number, and returns the tensor.</summary>
        public Tensor Sub_(Scalar other) => Change<Sub>("sub_", target, target.Number(other, "sub_"));

        /// <summary>Multiplies by a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Mul_(Tensor other) => Change<Mul>("mul_", target, other);

        /// <summary>Multiplies by a number, and returns the tensor.</summary>
        public Tensor Mul_(Scalar other) => Change<Mul>("mul_", target, target.Number(other, "mul_"));

        /// <summary>Divides by a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Div_(Tensor other) => Change<Div>("div_", target, other);

        /// <summary>Divides by a number, and returns the tensor.</summary>
        public Tensor Div_(Scalar other) => Change<Div>("div_", target, target.Number(other, "div_"));

        /// <summary>Adds a gradient to one gathered before.</summary>
        internal void AccumulateInPlace(Tensor gradient)
        {
            Binary<Add>.ApplyInPlace(target, gradient);
            target.Storage.Touch();
        }
    }

    private static Tensor Change<TRule>(string operation, Tensor target, Tensor other)
        where TRule : struct, IBinaryRule<TRule>
    {
        Prepare(operation, target, other);
        var common = Promotion.Common(target, other);
        if (common != target.DType || (TRule.IsReal && !common.IsReal))
        {
            throw new InvalidOperationException(
                $"{operation}: {target.Describe()} is {target.DType.Text} and cannot hold the "
                    + $"{(common.IsReal ? common : DType.Float32).Text} "
                + $"result with {other.Describe()}; use the form without underscore");
        }

        Binary<TRule>.ApplyInPlace(target, Disjoint(target, other.Detach()));
        return Changed(target);
    }

    // Elements are changed row by row, so an operand that lies in the same block in another order is copied first.
    private static Tensor Disjoint(Tensor target, Tensor other) =>
        other.Storage == target.Storage && other.Layout != target.Layout ? other.Converted(other.DType) : other;

    private static void Prepare(string operation, Tensor target, Tensor other)
    {
        if (Broadcasting.Common(operation, target, other) != target.Shape)
        {
            throw new ArgumentException(
                $"{operation}: {target.Describe()} cannot take the shape of {other.Describe()} in place; only the "
                + "other operand broadcasts");
        }

        if (target.Backend != other.Backend)
        {
            throw new InvalidOperationException(
                $"{operation}: {target.Describe()} is on {target.Device} and {other.Describe()} on {other.Device}; "
                + "bring them together with .To(device)");
        }

        if (Autograd.IsRecording && (target.RequiresGrad || other.RequiresGrad))
        {
            throw new InvalidOperationException(target is { IsLeaf: true, RequiresGrad: true }
                ? $"{operation}: {target.Describe()} is a leaf that requires a gradient, and must not change while "
                    + "operations are recorded. To update a parameter, put the line inside using (Autograd.NoGrad()) { … }"
                : $"{operation}: {(target.RequiresGrad ? target : other).Describe()} is part of a recorded graph. Use "
                    + "the form without underscore, or put the line inside using (Autograd.NoGrad()) { … }");
        }
    }

    private static Tensor Changed(Tensor target)
    {
        target.Storage.Touch();
        return target;
    }
}
