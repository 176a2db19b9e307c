using System.Buffers.Binary;
using System.Reflection;

namespace NotebookGrad.Tests.Operations;

/// <summary>
/// In a notebook <c>x += y</c> changes the tensor x. In the engine's own code that would reach into tensors of users and
/// into gradients that are still needed, and it reads as if it did not.
/// </summary>
public class CompoundAssignmentTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_engine_itself_never_uses_it()
    {
        var calls = typeof(TensorArithmeticInPlace).GetMethods(All)
            .Where(method => method.Name.EndsWith("Assignment", StringComparison.Ordinal))
            .Select(Call)
            .ToArray();
        Assert.Equal(8, calls.Length);

        var users = typeof(Tensor).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            .Where(method => method.GetMethodBody()?.GetILAsByteArray() is { } code
                && Array.Exists(calls, call => code.AsSpan().IndexOf(call) >= 0))
            .Select(method => $"{method.DeclaringType}.{method.Name}");
        Assert.Empty(string.Join(", ", users));
    }

    // The instruction, 0x28, with the number of the method.
    private static byte[] Call(MethodInfo method)
    {
        var call = new byte[5];
        call[0] = 0x28;
        BinaryPrimitives.WriteInt32LittleEndian(call.AsSpan(1), method.MetadataToken);
        return call;
    }
}
