using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The declaration of a pointwise function of two operands, its parameters in fields; <see cref="Binary{TRule}"/> makes
/// an operation of it.
/// </summary>
internal interface IBinaryRule
{
    /// <summary>The name as PyTorch has it.</summary>
    static abstract string Name { get; }

    /// <summary>Whether whole numbers become float32 first.</summary>
    static abstract bool IsReal { get; }

    /// <summary>
    /// Whether it has a meaning for truth values, as what it makes of 0 and 1 taken as truth values again.
    /// </summary>
    static virtual bool TakesTruth => false;

    /// <summary>How it is written for people.</summary>
    Notation Notation { get; }

    /// <summary>What the derivative by one operand reads.</summary>
    Keep Keeps(int operand);

    /// <summary>t times the derivative by one operand: both push and pull.</summary>
    Tensor Scale(Tensor t, in Kept kept, int operand);
}

/// <summary>A pointwise function of two operands that knows its kernel.</summary>
internal interface IBinaryRule<TSelf> : IBinaryRule
    where TSelf : struct, IBinaryRule<TSelf>
{
    /// <summary>Runs the kernel.</summary>
    static abstract void Compute(TSelf rule, IBackend backend, View a, View b, View y);
}

/// <summary>A rule whose kernel takes every numeric dtype.</summary>
internal interface IBinary<TSelf> : IBinaryRule<TSelf>, IBinaryKernel<TSelf>
    where TSelf : struct, IBinary<TSelf>
{
    static bool IBinaryRule.IsReal => false;

    static void IBinaryRule<TSelf>.Compute(TSelf rule, IBackend backend, View a, View b, View y) =>
        backend.Zip(rule, a, b, y);
}

/// <summary>A rule whose kernel takes real numbers only.</summary>
internal interface IRealBinary<TSelf> : IBinaryRule<TSelf>, IRealBinaryKernel<TSelf>
    where TSelf : struct, IRealBinary<TSelf>
{
    static bool IBinaryRule.IsReal => true;

    static void IBinaryRule<TSelf>.Compute(TSelf rule, IBackend backend, View a, View b, View y) =>
        backend.ZipReal(rule, a, b, y);
}
