using System.Reflection;

namespace NotebookGrad.Tests.Tensors;

/// <summary>Every form with underscore does in place what its function does, with the same gradient.</summary>
public class UnderscoredFormTests
{
    // What has no function of the same name and parameters; the operation table and other tests have them.
    private static readonly string[] Apart = ["Add_", "Sub_", "Mul_", "Div_", "Neg_", "Zero_", "Fill_", "Copy_", "Uniform_", "Normal_", "RequiresGrad_"];

    private static readonly MethodInfo[] Functions = [.. typeof(Tensor).Assembly.GetTypes()
        .Where(type => type is { IsPublic: true, IsAbstract: true, IsSealed: true } && type != typeof(Functional) && type != typeof(NotebookGrad.Nn.Init))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.ReturnType == typeof(Tensor) && method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Tensor))];

    public static TheoryData<string> Forms() => [.. Underscored().Where(form => !Apart.Contains(form.Name)).Select(Text)];

    [Fact]
    public void There_are_as_many_as_known() => Assert.InRange(Underscored().Select(form => form.Name).Distinct().Count(), 79, int.MaxValue);

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_with_underscore_is_its_function_in_place(string name)
    {
        var form = Underscored().Single(candidate => Text(candidate) == name);
        var function = Functions.Single(candidate => candidate.Name == form.Name[..^1]
            && candidate.GetParameters().Select(parameter => parameter.ParameterType)
                .SequenceEqual(form.GetParameters().Select(parameter => parameter.ParameterType)));
        var arguments = form.GetParameters()[1..].Select(Argument).ToArray();

        var leaf = Leaf();
        var expected = (Tensor)function.Invoke(null, [leaf * 1, .. arguments])!;
        var expectedGradient = Autograd.Grad((expected * Weights).Sum(), [leaf])[0];

        var other = Leaf();
        var target = other * 1;
        var (view, version) = (target[1], target.Storage.Version);
        var result = (Tensor)form.Invoke(null, [target, .. arguments])!;
        Assert.Same(target, result);
        Assert.Equal(version + 1, target.Storage.Version);
        Assert.EndsWith("_", target.GradFn.OperationName);
        Assert.Equal(expected.ToArray<double>(), target.ToArray<double>());
        Assert.Equal(expected[1].ToArray<double>(), view.ToArray<double>());
        Assert.Equal(expectedGradient.ToArray<double>(), Autograd.Grad((target * Weights).Sum(), [other])[0].ToArray<double>());

        Assert.Throws<InvalidOperationException>(() => Invoke(form, [other, .. arguments]));
        using (Autograd.NoGrad())
        {
            Invoke(form, [other, .. arguments]);
        }

        Assert.Equal(expected.ToArray<double>(), other.ToArray<double>());
        Assert.True(other.IsLeaf);
    }

    private static Tensor Weights { get; } = Tensor.Of(new[,] { { 1.0, -2 }, { 3, 0.5 } });

    private static Tensor Leaf() => Tensor.Of(new[,] { { 0.1, 0.9 }, { 0.35, 0.6 } }, requiresGrad: true);

    private static IEnumerable<MethodInfo> Underscored() => Functions.Where(method => method.Name.EndsWith('_'));

    private static string Text(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters()[1..].Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})";

    private static object? Argument(ParameterInfo parameter) => (parameter.Name, parameter.ParameterType) switch
    {
        ("mask", _) => Tensor.Of([true, false]),
        ("index", _) when parameter.Member.Name.StartsWith("Scatter", StringComparison.Ordinal) => Tensor.Of(new long[,] { { 0, 1 }, { 1, 0 } }),
        ("index", _) => Tensor.Of([1, 0]),
        ("indices", _) => new Tensor?[] { Tensor.Of([0, 1]), Tensor.Of([1]) },
        ("values" or "value", var type) when type == typeof(Tensor) => Tensor.Of(0.7),
        ("min", var type) when type == typeof(Tensor) => Tensor.Of([0.2, 0.3]),
        ("max", var type) when type == typeof(Tensor) => null,
        ("min", _) => (Scalar)0.2,
        ("max", _) => (Scalar)0.5,
        ("exponent", var type) when type == typeof(Scalar) => (Scalar)1.5,
        ("dim", _) => 0,
        (_, var type) when type == typeof(Tensor) => Tensor.Of(new[,] { { 0.4, 0.8 }, { 1.5, 0.3 } }),
        (_, var type) when type == typeof(Scalar) => (Scalar)0.25,
        _ => parameter.DefaultValue,
    };

    private static void Invoke(MethodInfo form, object?[] arguments) =>
        form.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
