using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>Every kernel struct of the engine, within what launches it, for every type that it takes.</summary>
internal static class KernelTypes
{
    private static readonly Type[] Real = [typeof(float), typeof(double)];
    private static readonly Type[] Numbers = [.. Real, typeof(long)];
    private static readonly Type[] Any = [.. Numbers, typeof(byte)];

    // Whole numbers only, where a choice among types makes them.
    private static readonly Type[] Bits = [typeof(long)];

    /// <summary>All, by a name for people.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = Kernels().ToDictionary(
        kernel => $"{kernel.Kernel.FullName!.Split('.')[^1]} {kernel.Type.Name}", kernel => kernel.Launched);

    private static IEnumerable<(Type Kernel, Type Type, Type Launched)> Kernels() =>
        from kernel in typeof(Tensor).Assembly.GetTypes()
        where kernel.IsValueType && !kernel.IsGenericTypeDefinition
        from implemented in kernel.GetInterfaces()
        let family = implemented.IsGenericType ? implemented.GetGenericTypeDefinition() : implemented
        from element in Elements(family, kernel)
        select (kernel, element, Launched(family, kernel, element));

    private static Type[] Elements(Type family, Type kernel) =>
        family == typeof(IRealUnaryKernel<>) || family == typeof(IRealBinaryKernel<>) ? Real
        : family == typeof(IUpdateKernel<>) ? Real
        : family == typeof(IBinaryKernel<>) && kernel.DeclaringType == typeof(NotebookGrad.Operations.Bitwise) ? Bits
        : family == typeof(IUnaryKernel<>) || family == typeof(IBinaryKernel<>) ? Numbers
        : family == typeof(IComparisonKernel) || family == typeof(IReductionKernel) ? Any
        : [];

    private static Type Launched(Type family, Type kernel, Type element)
    {
        if (family == typeof(IUnaryKernel<>) || family == typeof(IRealUnaryKernel<>))
        {
            var unary = family == typeof(IUnaryKernel<>) ? typeof(NumberUnary<,>) : typeof(RealUnary<,>);
            return typeof(Mapping<,>).MakeGenericType(unary.MakeGenericType(kernel, element), element);
        }

        if (family == typeof(IBinaryKernel<>) || family == typeof(IRealBinaryKernel<>))
        {
            var binary = family == typeof(IBinaryKernel<>) ? typeof(NumberBinary<,>) : typeof(RealBinary<,>);
            var pairing = typeof(Pairing<,>).MakeGenericType(binary.MakeGenericType(kernel, element), element);
            return typeof(Zipping<,,>).MakeGenericType(pairing, element, element);
        }

        if (family == typeof(IComparisonKernel))
        {
            var comparing = typeof(Comparing<,>).MakeGenericType(kernel, element);
            return typeof(Zipping<,,>).MakeGenericType(comparing, element, typeof(byte));
        }

        return family == typeof(IReductionKernel)
            ? typeof(Reducing<,>).MakeGenericType(kernel, element)
            : Updating(kernel, element, doublings: 3);
    }

    /// <summary>What does an optimiser's steps, for so many parameters at once as doubling makes of one.</summary>
    public static Type Updating(Type kernel, Type element, int doublings)
    {
        var parts = typeof(UpdatePart<>).MakeGenericType(element);
        for (var i = 0; i < doublings; i++)
        {
            parts = typeof(Twice<,>).MakeGenericType(parts, element);
        }

        return typeof(Updating<,,>).MakeGenericType(kernel, element, parts);
    }
}
