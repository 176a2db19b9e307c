using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Arithmetic in place: PyTorch's underscored names, and C#'s <c>+=</c> on a variable, which is the same: the tensor
/// stays the same object. (On a property or an indexed part C# itself takes <c>a.b += c</c> for <c>a.b = a.b + c</c>.)
/// </summary>
/// <remarks>
/// All of them throw <see cref="ArgumentException"/> where the result has another shape than the tensor, and
/// <see cref="InvalidOperationException"/> where its dtype cannot hold it, or where the tensor is a leaf that requires
/// a gradient and operations are recorded.
/// </remarks>
public static class TensorArithmeticInPlace
{
    extension(Tensor target)
    {
        /// <summary>Adds a tensor, which broadcasts, in place.</summary>
        public void operator +=(Tensor other) => target.Add_(other);

        /// <summary>Adds a number in place.</summary>
        public void operator +=(Scalar other) => target.Add_(other);

        /// <summary>Subtracts a tensor, which broadcasts, in place.</summary>
        public void operator -=(Tensor other) => target.Sub_(other);

        /// <summary>Subtracts a number in place.</summary>
        public void operator -=(Scalar other) => target.Sub_(other);

        /// <summary>Multiplies by a tensor, which broadcasts, in place.</summary>
        public void operator *=(Tensor other) => target.Mul_(other);

        /// <summary>Multiplies by a number in place.</summary>
        public void operator *=(Scalar other) => target.Mul_(other);

        /// <summary>Divides by a tensor, which broadcasts, in place.</summary>
        public void operator /=(Tensor other) => target.Div_(other);

        /// <summary>Divides by a number in place.</summary>
        public void operator /=(Scalar other) => target.Div_(other);

        /// <summary>Adds a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Add_(Tensor other) => Change<Add>("add_", target, other);

        /// <summary>Adds alpha times a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Add_(Tensor other, Scalar alpha) => Change<Add>("add_", target, alpha * other);

        /// <summary>Adds a number, and returns the tensor.</summary>
        public Tensor Add_(Scalar other) => Change<Add>("add_", target, target.Number(other));

        /// <summary>Subtracts a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Sub_(Tensor other) => Change<Sub>("sub_", target, other);

        /// <summary>Subtracts alpha times a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Sub_(Tensor other, Scalar alpha) => Change<Sub>("sub_", target, alpha * other);

        /// <summary>Subtracts a number, and returns the tensor.</summary>
        public Tensor Sub_(Scalar other) => Change<Sub>("sub_", target, target.Number(other));

        /// <summary>Multiplies by a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Mul_(Tensor other) => Change<Mul>("mul_", target, other);

        /// <summary>Multiplies by a number, and returns the tensor.</summary>
        public Tensor Mul_(Scalar other) => Change<Mul>("mul_", target, target.Number(other));

        /// <summary>Divides by a tensor, which broadcasts, and returns this one.</summary>
        public Tensor Div_(Tensor other) => Change<Div>("div_", target, other);

        /// <summary>Divides by a number, and returns the tensor.</summary>
        public Tensor Div_(Scalar other) => Change<Div>("div_", target, target.Number(other));

        /// <summary>Adds a gradient to one gathered before.</summary>
        internal void AccumulateInPlace(Tensor gradient)
        {
            Binary<Add>.ApplyInPlace(target, gradient);
            target.Storage.Touch("backward");
        }
    }

    // An update that is not recorded, as of a parameter, needs no second block.
    private static Tensor Change<TRule>(string operation, Tensor target, Tensor other)
        where TRule : struct, IBinaryRule<TRule>
    {
        InPlace.RefuseShape(operation, target, Broadcasting.Common(operation, target, other), other);
        var isPart = InPlace.IsPartOfGraph(operation, target);
        var isDirect = !isPart && !(Autograd.IsRecording && other.RequiresGrad)
            && target.DType == Promotion.Common(target, other) && (target.DType.IsReal || !TRule.IsReal)
            && target.DType != DType.Bool && target.Backend == other.Backend
            && (target.Storage != other.Storage || target.Layout == other.Layout);
        if (!isDirect)
        {
            return InPlace.Apply(operation, target, x => Binary<TRule>.Apply(x, other));
        }

        Binary<TRule>.ApplyInPlace(target, other.Detach());
        InPlace.Count(operation, target);
        return target;
    }
}
