using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The declaration of a pointwise function of one operand, its parameters in fields; <see cref="Unary{TRule}"/> makes
/// an operation of it.
/// </summary>
internal interface IUnaryRule
{
    /// <summary>The name as PyTorch has it.</summary>
    static abstract string Name { get; }

    /// <summary>Whether whole numbers become float32 first.</summary>
    static abstract bool IsReal { get; }

    /// <summary>How it is written for people.</summary>
    Notation Notation { get; }

    /// <summary>What the derivative reads.</summary>
    Keep Keeps { get; }

    /// <summary>
    /// t times the derivative: both push and pull, for the Jacobian of a pointwise function is diagonal.
    /// </summary>
    Tensor Scale(Tensor t, in Kept kept);
}

/// <summary>A pointwise function of one operand that knows its kernel.</summary>
internal interface IUnaryRule<TSelf> : IUnaryRule
    where TSelf : struct, IUnaryRule<TSelf>
{
    /// <summary>Runs the kernel.</summary>
    static abstract void Compute(TSelf rule, IBackend backend, View x, View y);
}

/// <summary>A rule whose kernel takes every numeric dtype.</summary>
internal interface IUnary<TSelf> : IUnaryRule<TSelf>, IUnaryKernel<TSelf>
    where TSelf : struct, IUnary<TSelf>
{
    static bool IUnaryRule.IsReal => false;

    static void IUnaryRule<TSelf>.Compute(TSelf rule, IBackend backend, View x, View y) => backend.Map(rule, x, y);
}

/// <summary>A rule whose kernel takes real numbers only.</summary>
internal interface IRealUnary<TSelf> : IUnaryRule<TSelf>, IRealUnaryKernel<TSelf>
    where TSelf : struct, IRealUnary<TSelf>
{
    static bool IUnaryRule.IsReal => true;

    static void IUnaryRule<TSelf>.Compute(TSelf rule, IBackend backend, View x, View y) => backend.MapReal(rule, x, y);
}
