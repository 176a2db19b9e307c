using System.Reflection;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Operations;
using NotebookGrad.Sampling;
using NotebookGrad.Tests.Fusion;
using NotebookGrad.Tests.Mathematics;

namespace NotebookGrad.Tests.Launching;

/// <summary>Everything that the backend launches, closed over every type that it is launched with.</summary>
internal static class KernelInventory
{
    private static readonly Type[] Real = [typeof(float), typeof(double)];
    private static readonly Type[] Numbers = [typeof(long), .. Real];
    private static readonly Type[] Any = [typeof(byte), .. Numbers];

    /// <summary>All, by a name for people.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } =
        KernelTypes.All.Values.Concat(Others()).Distinct().Select(type => KeyValuePair.Create(Describe(type), type))
            .Concat(FusedPrograms.All).ToDictionary();

    /// <summary>The types of the backend that launch something.</summary>
    public static IEnumerable<Type> Declared => typeof(GpuBackend).Assembly.GetTypes().Where(type => Launchers(type).Any());

    /// <summary>The kernels that a type launches.</summary>
    public static IEnumerable<MethodInfo> Kernels(Type launching) => Launchers(launching).Select(field =>
    {
        var launcher = field.GetValue(null)!;
        var kernel = launcher.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(one => one.FieldType == typeof(Delegate));
        return ((Delegate)kernel.GetValue(launcher)!).Method;
    });

    private static IEnumerable<FieldInfo> Launchers(Type type) => type
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => field.FieldType.Name.StartsWith("Launcher", StringComparison.Ordinal));

    private static IEnumerable<Type> Others() =>
    [
        .. from source in Any from target in Numbers select Close(typeof(Copying<,,>), Close(typeof(Cast<,>), source, target), source, target),
        .. from source in Any select Close(typeof(Copying<,,>), Close(typeof(Truth<>), source), source, typeof(byte)),
        .. Each(typeof(Filling<>), Any),
        .. Each(typeof(Selecting<>), Any),
        .. from element in Any select Close(typeof(Indexing<,>), Close(typeof(Gathered<>), element), element),
        .. from number in Numbers select Close(typeof(Indexing<,>), typeof(Added), number),
        .. Each(typeof(Scattering<>), Any),
        typeof(Requiring),
        .. Each(typeof(Searching<>), Any),
        .. Each(typeof(Sorting<>), Any),
        .. Each(typeof(WindowSearching<>), Numbers),
        .. Each(typeof(PlainProduct<>), Numbers),
        .. Each(typeof(PlainConvolution<>), Numbers),
        .. Each(typeof(WindowCopies<>), Numbers),
        .. Each(typeof(PartialSums<>), Numbers),
        .. from number in Numbers
           from tile in new[] { typeof(SmallTile<>), typeof(LargeTile<>) }
           select Close(typeof(TiledProduct<,>), Close(tile, number), number),
        typeof(TensorProduct<TensorFloat32>), typeof(TensorProduct<BFloat16>),
        .. Each(typeof(SoftmaxLines<>), Real),
        .. Each(typeof(NormalizedRows<>), Real),
        .. Each(typeof(HeldSoftmax<>), Real),
        .. Each(typeof(ClassLosses<>), Real),
        .. Each(typeof(ClassLossSlopes<>), Real),
        .. Each(typeof(ClassCounts<>), Real),
        .. from number in Numbers
           from combined in new[] { typeof(Sum.Kernel), typeof(Product.Kernel), typeof(Greatest), typeof(Least) }
           select Close(typeof(Scanning<,>), combined, number),
        .. from number in Real select Close(typeof(Scanning<,>), typeof(LogCumulativeSumExp.Kernel), number),
        .. from step in KernelTypes.All.Values.Where(type => type.GetGenericTypeDefinition() == typeof(Updating<,,>))
           select KernelTypes.Updating(step.GetGenericArguments()[0], step.GetGenericArguments()[1], doublings: 5),
        typeof(Drawn<VariatePairs.Whole, long>),
        typeof(Drawn<VariatePairs.UniformSingle, float>), typeof(Drawn<VariatePairs.UniformDouble, double>),
        typeof(Drawn<VariatePairs.NormalSingle, float>), typeof(Drawn<VariatePairs.NormalDouble, double>),
    ];

    private static IEnumerable<Type> Each(Type definition, Type[] elements) =>
        elements.Select(element => Close(definition, element));

    private static Type Close(Type definition, params Type[] arguments) => definition.MakeGenericType(arguments);

    private static string Describe(Type type) => !type.IsGenericType
        ? type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name
        : $"{type.Name.Split('`')[0]} of {string.Join(", ", type.GetGenericArguments().Select(Describe))}";
}
