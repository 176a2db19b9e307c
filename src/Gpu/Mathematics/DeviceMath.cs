using System.Reflection;
using ILGPU.Frontend;
using ILGPU.Frontend.Intrinsic;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What kernels compute with: in their place ILGPU compiles for every device the functions beside this one, which do
/// nothing but what every device does alike: +, −, ×, ÷, √, roundings, comparisons and bits. ILGPU's own are
/// approximations on some devices, lacking or wrong on others.
/// </summary>
/// <remarks>
/// A compiler may fuse a product and a sum into one rounding, so that last digits differ between devices. No function
/// needs a product's own rounding; errors stay as small as each class says.
/// </remarks>
internal static class DeviceMath
{
    private static readonly Type[] Functions =
    [
        typeof(Angles), typeof(Comparisons), typeof(Exponentials), typeof(Hyperbolics), typeof(InverseAngles),
        typeof(Logarithms), typeof(Powers), typeof(Remainders), typeof(Roundings),
        typeof(WideProducts),
    ];

    private static readonly Type[] Replaced = [typeof(float), typeof(double), typeof(Math)];

    private static readonly string[] Converters = ["CreateTruncating", "CreateSaturating"];

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Sees to it that kernels compiled from now on compute with these functions.</summary>
    public static void Prepare() => _ = Registered.Value;

    private static bool Register()
    {
        foreach (var function in Functions.SelectMany(Declared))
        {
            foreach (var replaced in Replaced.SelectMany(type => type.GetMethods(AnyStatic)))
            {
                if (IsNamed(replaced, function.Name) && Agree(replaced, function))
                {
                    Remap(replaced, function);
                }
            }
        }

        foreach (var function in Declared(typeof(Conversions)))
        {
            foreach (var converter in Converters)
            {
                var generic = function.ReturnType.GetMethod(converter, BindingFlags.Public | BindingFlags.Static);
                Remap(generic!.MakeGenericMethod(function.GetParameters()[0].ParameterType), function);
            }
        }

        return true;
    }

    private const BindingFlags AnyStatic = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static MethodInfo[] Declared(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    // Operators are private implementations of interfaces, such as …IModulusOperators<…>.op_Modulus.
    private static bool IsNamed(MethodInfo method, string name) =>
        method.Name == name || method.Name.EndsWith(".op_" + name, StringComparison.Ordinal);

    private static bool Agree(MethodInfo a, MethodInfo b) =>
        a.ReturnType == b.ReturnType
        && a.GetParameters().Select(parameter => parameter.ParameterType)
            .SequenceEqual(b.GetParameters().Select(parameter => parameter.ParameterType));

    private static void Remap(MethodInfo from, MethodInfo to) =>
        RemappedIntrinsics.AddRemapping(from, (ref InvocationContext context) => context.Method = to);
}
