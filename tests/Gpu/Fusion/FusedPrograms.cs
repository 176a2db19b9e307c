using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Operations;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Fusion;

/// <summary>Kernels that several calls make together.</summary>
internal static class FusedPrograms
{
    /// <summary>Some, by a name for people.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>
    {
        ["Fused chain"] = Chain(2, 0.5),
        ["Fused chain anywhere"] = TypeOf([5, 4], DType.Float32, 2, 1, Numbered(2, 0.5)),
        ["Fused choice"] = TypeOf([20], DType.Float64, 2, 2, (to, x, y, make) =>
        {
            var (condition, single) = (make(DType.Bool), make(DType.Float32));
            to.Compare<Comparison.Less>(x[0], x[1], condition);
            to.Select(condition, x[0], x[1], y[0]);
            to.Copy(y[0], single);
            to.MapReal(default(Exp), single, single);
            to.Copy(single, y[1]);
        }),
    };

    /// <summary>A chain of eight calls on two rows, with two numbers in it.</summary>
    public static Type Chain(double factor, double alpha) =>
        TypeOf([20], DType.Float32, 2, 1, Numbered(factor, alpha));

    private static Action<IPointwise, View[], View[], Func<DType, View>> Numbered(double factor, double alpha) =>
        (to, x, y, make) =>
        {
            var (number, value) = (make(DType.Float32), make(DType.Float32));
            to.Fill(number, factor);
            to.Zip(default(Mul), x[0], number, value);
            to.MapReal(default(Tanh), value, value);
            to.Zip(default(Add), value, x[1], value);
            to.MapReal(new Elu(EluVariant.Elu, alpha, 1, 1), value, value);
            to.Zip(default(Mul), value, value, value);
            to.Map(default(Relu), value, value);
            to.Zip(default(Sub), value, x[1], y[0]);
        };

    private static Type TypeOf(
        Shape shape, DType dtype, int operands, int results,
        Action<IPointwise, View[], View[], Func<DType, View>> calls)
    {
        var backend = (GpuBackend)Accelerators.Simulated.Backend;
        var layout = shape.Rank == 1
            ? Layout.Contiguous(shape)
            : Layout.Contiguous([shape[1], shape[0]]).Permute([1, 0]);
        View Make(DType type, Layout of) => new(new StandIn(backend, type, of.Count), of);
        View[] read = [.. Enumerable.Range(0, operands).Select(_ => Make(dtype, layout))];
        View[] written = [.. Enumerable.Range(0, results).Select(_ => Make(dtype, Layout.Contiguous(shape)))];
        return backend.Fuse(
            read, written, to => calls(to, read, written, type => Make(type, Layout.Contiguous(shape)))).GetType();
    }

    private sealed class StandIn(IBackend backend, DType dtype, long length) : Storage(backend, dtype, length);
}
