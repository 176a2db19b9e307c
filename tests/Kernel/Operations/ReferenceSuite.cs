using NotebookGrad.Operations;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Operations;

/// <summary>
/// Every row of the operation table against PyTorch's numbers, in both real dtypes.
/// </summary>
public abstract class ReferenceSuite : DeviceSuite
{
    private protected ReferenceSuite(Device device)
        : base(device)
    {
    }


    public static TheoryData<string, DType> Rows()
    {
        var rows = new TheoryData<string, DType>();
        foreach (var name in OperationTable.Cases.Keys)
        {
            rows.Add(name, DType.Float64);
            rows.Add(name, DType.Float32);
        }

        return rows;
    }

    [DeviceFact]
    public void The_table_and_the_reference_have_the_same_rows() =>
        Assert.Equal(ReferenceCase.All.Keys.Order(), OperationTable.Cases.Keys.Order());

    [DeviceTheory]
    [MemberData(nameof(Rows))]
    public void Value_gradients_and_second_gradients_are_those_of_PyTorch(string name, DType dtype)
    {
        var reference = ReferenceCase.All[name];
        var leaves = reference.Leaves(dtype, Device);
        var value = OperationTable.Cases[name](leaves);
        AssertClose(reference.Value, value, dtype);
        Assert.Equal(reference.Shape, value.Shape.ToArray());

        var cotangent = ReferenceCase.Make(reference.Cotangent, reference.Shape, dtype, Device);
        var gradients = Autograd.Grad(value, leaves, cotangent, createGraph: true);
        Tensor? total = null;
        for (var i = 0; i < leaves.Length; i++)
        {
            Assert.Equal(leaves[i].Shape, gradients[i].Shape);
            AssertClose(reference.Gradients[i], gradients[i], dtype);
            var second = ReferenceCase.Make(reference.SecondCotangents[i], leaves[i].Shape, dtype, Device);
            total = total is null ? (gradients[i] * second).Sum() : total + (gradients[i] * second).Sum();
        }

        if (total!.RequiresGrad)
        {
            total.Backward();
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            AssertClose(reference.SecondGradients[i], leaves[i].Grad ?? Tensor.ZerosLike(leaves[i]), dtype);
        }
    }

    [DeviceTheory]
    [MemberData(nameof(Rows))]
    public void Forward_mode_is_the_transpose_of_reverse_mode(string name, DType dtype)
    {
        var reference = ReferenceCase.All[name];
        var leaves = reference.Leaves(dtype, Device);
        var value = OperationTable.Cases[name](leaves);
        var tangents = leaves.Select((leaf, i) => ReferenceCase.Make(reference.SecondCotangents[i], leaf.Shape, dtype, Device)).ToArray();
        var cotangent = ReferenceCase.Make(reference.Cotangent, reference.Shape, dtype, Device);

        var pushed = Dot(Autograd.Jvp(value, leaves, tangents), cotangent);
        var pulled = Autograd.Grad(value, leaves, cotangent).Select((gradient, i) => Dot(gradient, tangents[i])).Sum();
        var exact = dtype == DType.Float64 && name != "cast"; // a cast rounds the tangent to float32 on its way
        Assert.Equal(pulled, pushed, (exact ? 1e-10 : 2e-4) * (1 + Math.Abs(pulled)));
    }

    [DeviceFact]
    public void Every_operation_has_a_row()
    {
        var met = new HashSet<Type>();
        foreach (var (name, function) in OperationTable.Cases)
        {
            var leaves = ReferenceCase.All[name].Leaves(DType.Float64, Device);
            var value = function(leaves);
            var gradients = Autograd.Grad(value, leaves, Tensor.OnesLike(value), createGraph: true);
            foreach (var tensor in gradients.Append(value))
            {
                Visit(tensor.Node, met);
            }
        }

        var assembly = typeof(Operation).Assembly;
        var declared = assembly.GetTypes().Where(type => !type.IsAbstract
            && (typeof(IUnaryRule).IsAssignableFrom(type) || typeof(IBinaryRule).IsAssignableFrom(type)
                || (type.IsSubclassOf(typeof(Operation)) && !type.IsGenericType)));
        Type[] usersOwn = [typeof(CustomFunction), typeof(SlopeFunction), typeof(CompiledCall)]; // PyTorch has no numbers for these
        Assert.Empty(declared.Except(met).Except(usersOwn).Select(type => type.Name));
    }

    private static void Visit(Node? root, HashSet<Type> met)
    {
        var seen = new HashSet<Node>();
        var pending = new Stack<Node>();
        if (root is not null)
        {
            pending.Push(root);
        }

        while (pending.TryPop(out var node))
        {
            if (seen.Add(node))
            {
                node.Operands.ToList().ForEach(pending.Push);
                if (node.Operation?.GetType() is { } type)
                {
                    met.Add(type.IsGenericType ? type.GetGenericArguments()[0] : type);
                }
            }
        }
    }

    private static double Dot(Tensor a, Tensor b) => (a.Detach() * b.Detach()).Sum().Item<double>();

    private static void AssertClose(double[] expected, Tensor actual, DType dtype)
    {
        var tolerance = dtype == DType.Float64 ? 1e-10 : 2e-5;
        var values = actual.Detach().ToArray<double>();
        Assert.Equal(dtype, actual.DType);
        Assert.Equal(expected.Length, values.Length);
        var scale = 1 + expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < values.Length; i++)
        {
            Assert.True(
                expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= tolerance * scale,
                $"element {i}: {values[i]:R}, PyTorch has {expected[i]:R}");
        }
    }
}
