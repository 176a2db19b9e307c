using System.Reflection;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What a kernel is called in messages: what it does, and of which operation.</summary>
internal static class KernelName
{
    /// <summary>For example <c>Mapping of gelu, float32</c>.</summary>
    public static string Of(MethodInfo kernel)
    {
        var arguments = kernel.DeclaringType!.GetGenericArguments();
        var name = kernel.DeclaringType.Name.Split('`')[0];
        return arguments.Length == 0 ? name : $"{name} of {string.Join(", ", arguments.Select(Of))}";
    }

    private static string Of(Type type)
    {
        if (type.GetInterfaces().Any(one => one == typeof(IUnaryRule) || one == typeof(IBinaryRule)))
        {
            return (string)type.GetProperty(nameof(IUnaryRule.Name))!.GetValue(null)!;
        }

        if (type.IsGenericType)
        {
            return Of(type.GetGenericArguments()[0]);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Single => "float32",
            TypeCode.Double => "float64",
            TypeCode.Int64 => "int64",
            TypeCode.Byte => "bool",
            _ => type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name,
        };
    }
}
