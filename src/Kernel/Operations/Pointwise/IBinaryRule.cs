using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The declaration of a pointwise function of two operands; <see cref="Binary{TRule}"/> makes an operation of it.
/// </summary>
internal interface IBinaryRule
{
    /// <summary>The name as PyTorch has it.</summary>
    static abstract string Name { get; }

    /// <summary>How it is written for people.</summary>
    static abstract Notation Notation { get; }

    /// <summary>Whether whole numbers become float32 first.</summary>
    static abstract bool IsReal { get; }

    /// <summary>What the derivative by one operand reads.</summary>
    static abstract Keep Keeps(int operand);

    /// <summary>Runs the kernel.</summary>
    static abstract void Compute(IBackend backend, View a, View b, View y);

    /// <summary>t times the derivative by one operand: both push and pull.</summary>
    static abstract Tensor Scale(Tensor t, in Kept kept, int operand);
}

/// <summary>A rule whose kernel takes every numeric dtype.</summary>
internal interface IBinary<TSelf> : IBinaryRule, IBinaryKernel
    where TSelf : struct, IBinary<TSelf>
{
    static bool IBinaryRule.IsReal => false;

    static void IBinaryRule.Compute(IBackend backend, View a, View b, View y) => backend.Zip<TSelf>(a, b, y);
}

/// <summary>A rule whose kernel takes real numbers only.</summary>
internal interface IRealBinary<TSelf> : IBinaryRule, IRealBinaryKernel
    where TSelf : struct, IRealBinary<TSelf>
{
    static bool IBinaryRule.IsReal => true;

    static void IBinaryRule.Compute(IBackend backend, View a, View b, View y) => backend.ZipReal<TSelf>(a, b, y);
}
