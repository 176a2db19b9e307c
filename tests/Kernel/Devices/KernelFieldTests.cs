using System.Reflection;
using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Devices;

public class KernelFieldTests
{
    private static readonly Type[] Contracts =
    [
        typeof(IUnaryKernel<>), typeof(IRealUnaryKernel<>), typeof(IBinaryKernel<>), typeof(IRealBinaryKernel<>),
        typeof(IUpdateKernel<>),
    ];

    [Fact]
    public void Kernels_hold_only_what_has_the_same_bytes_on_every_device()
    {
        Type[] kernels = [.. typeof(Tensor).Assembly.GetTypes().Where(type => type.IsValueType && IsKernel(type))];
        Assert.True(kernels.Length > 50, $"{kernels.Length}");
        Assert.All(kernels, kernel => Assert.All(FieldsOf(kernel), field => Assert.True(
            field.IsPrimitive && field != typeof(bool) && field != typeof(char), $"{kernel} has a {field}")));
    }

    private static bool IsKernel(Type type) => type.GetInterfaces().Any(
        one => one.IsGenericType && Contracts.Contains(one.GetGenericTypeDefinition()));

    private static IEnumerable<Type> FieldsOf(Type type) => type.IsPrimitive || type.IsGenericParameter || type.IsEnum
        ? [type.IsEnum ? typeof(int) : type]
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(field => FieldsOf(field.FieldType));
}
