namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/shape.py</c> in NotebookGrad's words.</summary>
internal static class ShapeRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["reshape"] = x => x[0].Reshape(2, -1) * 3,
        ["reshape transposed"] = x => x[0].T.Reshape(6, 2).Pow(2),
        ["transpose"] = x => x[0].Transpose(0, 2).Pow(2),
        ["expand"] = x => x[0].Expand(4, 3, 2).Pow(2),
        ["clone"] = x => x[0].Clone() * x[0],
        ["cast"] = x => x[0].To(DType.Float32).To(DType.Float64).To(x[0].DType).Pow(2),
        ["to device"] = x => x[0].To(Other(x[0].Device)).To(x[0].Device).Pow(2),
    };

    private static Device Other(Device device) => device == Device.Cpu ? Backends.NaiveBackend.Device : Device.Cpu;
}
