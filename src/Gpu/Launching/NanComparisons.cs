using ILGPU.Backends;
using ILGPU.IR;
using ILGPU.IR.Rewriting;
using ILGPU.IR.Transformations;
using ILGPU.IR.Values;
using ILGPU.Util;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Makes comparisons that hold for NaN say so. ILGPU marks them, as it negates x &lt; y by x ≥ y or what is not
/// comparable, but does not write the mark into OpenCL.
/// </summary>
internal sealed class NanComparisons : UnorderedTransformation, IBackendHook
{
    private static readonly Rewriter Comparisons = new();

    static NanComparisons() => Comparisons.Add<CompareValue>(HoldsForNan, SayIt);

    /// <inheritdoc/>
    public void FinishedCodeGeneration(IRContext context, Method entryPoint)
    {
    }

    /// <inheritdoc/>
    public void InitializedKernelContext(IRContext kernelContext, Method kernelMethod)
    {
    }

    /// <inheritdoc/>
    public void OptimizedKernelContext(IRContext kernelContext, Method kernelMethod) =>
        kernelContext.Transform(Transformer.Create(TransformerConfiguration.Empty, this));

    /// <inheritdoc/>
    protected override bool PerformTransformation(Method.Builder builder) =>
        Comparisons.Rewrite(builder.SourceBlocks, builder);

    // x ≠ y holds for NaN in any language.
    private static bool HoldsForNan(CompareValue comparison) =>
        comparison.IsUnsignedOrUnordered
        && comparison.Left.BasicValueType.IsFloat()
        && comparison.Kind != CompareKind.NotEqual;

    private static void SayIt(RewriterContext context, CompareValue comparison)
    {
        var (builder, place) = (context.Builder, comparison.Location);
        var holds = builder.CreateCompare(
            place, comparison.Left, comparison.Right, comparison.Kind, CompareFlags.None);
        holds = builder.CreateArithmetic(place, holds, IsNan(comparison.Left), BinaryArithmeticKind.Or);
        holds = builder.CreateArithmetic(place, holds, IsNan(comparison.Right), BinaryArithmeticKind.Or);
        context.ReplaceAndRemove(comparison, holds);

        Value IsNan(Value value) => builder.CreateArithmetic(place, value, UnaryArithmeticKind.IsNaNF);
    }
}
