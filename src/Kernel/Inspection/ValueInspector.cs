using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NotebookGrad.Inspection;

/// <summary>Computes what pictures tell of the numbers in a tensor.</summary>
internal static class ValueInspector
{
    /// <summary>All elements as doubles, in row-major order.</summary>
    public static double[] Read(Tensor tensor)
    {
        if (tensor.DType == DType.Float64)
        {
            return tensor.ToArray<double>();
        }

        var values = GC.AllocateUninitializedArray<double>(checked((int)tensor.Count));
        switch (tensor.DType)
        {
            case DType.Float32:
                TensorPrimitives.ConvertTruncating<float, double>(tensor.ToArray<float>(), values);
                break;
            case DType.Int64:
                TensorPrimitives.ConvertTruncating<long, double>(tensor.ToArray<long>(), values);
                break;
            default:
                var bytes = MemoryMarshal.Cast<bool, byte>(tensor.ToArray<bool>());
                TensorPrimitives.ConvertTruncating<byte, double>(bytes, values);
                break;
        }

        return values;
    }

    /// <summary>The statistics of a tensor.</summary>
    public static ValueSummary Summarize(Tensor tensor) =>
        DeviceElements.AreFar(tensor) ? SummarizeFar(tensor.Detach()) : Summarize(Read(tensor), tensor.Shape);

    /// <summary>The statistics of the elements of a shape, in row-major order.</summary>
    public static ValueSummary Summarize(ReadOnlySpan<double> values, Shape shape)
    {
        var moments = Moments.Of(values);
        return Summary(moments, values[..Math.Min(values.Length, ValueSummary.FirstCount)].ToArray()) with
        {
            NotFinitePlaces = AllAreFinite(moments) ? [] : NotFinitePlaces(values, shape),
        };
    }

    private static ValueSummary SummarizeFar(Tensor tensor)
    {
        var moments = Moments.Of(tensor);
        var places = AllAreFinite(moments)
            ? []
            : DeviceElements.Places(tensor.IsFinite().LogicalNot(), ValueSummary.PlaceCount);
        return Summary(moments, Read(tensor.Flatten()[..ValueSummary.FirstCount])) with
        {
            NotFinitePlaces = [.. places.Select(place => Places.Of(tensor.Shape, (int)place))],
        };
    }

    private static ValueSummary Summary(Moments moments, double[] first) => new(
        moments.Count, moments.Mean, moments.Deviation, moments.Minimum, moments.Maximum, moments.Norm,
        moments.Zeros, moments.NaNs, moments.Infinities, first);

    private static bool AllAreFinite(Moments moments) => moments.NaNs + moments.Infinities == 0;

    private static List<IReadOnlyList<int>> NotFinitePlaces(ReadOnlySpan<double> values, Shape shape)
    {
        var places = new List<IReadOnlyList<int>>();
        for (var number = 0; number < values.Length && places.Count < ValueSummary.PlaceCount; number++)
        {
            if (!double.IsFinite(values[number]))
            {
                places.Add(Places.Of(shape, number));
            }
        }

        return places;
    }
}
