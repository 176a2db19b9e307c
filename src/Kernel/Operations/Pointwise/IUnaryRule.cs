using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The declaration of a pointwise function of one operand; <see cref="Unary{TRule}"/> makes an operation of it.
/// </summary>
internal interface IUnaryRule
{
    /// <summary>The name as PyTorch has it.</summary>
    static abstract string Name { get; }

    /// <summary>How it is written for people.</summary>
    static abstract Notation Notation { get; }

    /// <summary>What the derivative reads.</summary>
    static abstract Keep Keeps { get; }

    /// <summary>Whether whole numbers become float32 first.</summary>
    static abstract bool IsReal { get; }

    /// <summary>Runs the kernel.</summary>
    static abstract void Compute(IBackend backend, View x, View y);

    /// <summary>
    /// t times the derivative: both push and pull, for the Jacobian of a pointwise function is diagonal.
    /// </summary>
    static abstract Tensor Scale(Tensor t, in Kept kept);
}

/// <summary>A rule whose kernel takes every numeric dtype.</summary>
internal interface IUnary<TSelf> : IUnaryRule, IUnaryKernel
    where TSelf : struct, IUnary<TSelf>
{
    static bool IUnaryRule.IsReal => false;

    static void IUnaryRule.Compute(IBackend backend, View x, View y) => backend.Map<TSelf>(x, y);
}

/// <summary>A rule whose kernel takes real numbers only.</summary>
internal interface IRealUnary<TSelf> : IUnaryRule, IRealUnaryKernel
    where TSelf : struct, IRealUnary<TSelf>
{
    static bool IUnaryRule.IsReal => true;

    static void IUnaryRule.Compute(IBackend backend, View x, View y) => backend.MapReal<TSelf>(x, y);
}
