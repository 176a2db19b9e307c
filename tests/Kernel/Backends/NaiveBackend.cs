using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>
/// A second backend, as plain as can be: one element at a time by its index, with the scalar members of the kernels
/// only. What the operations compute on it shows that they need no change for a new device.
/// </summary>
internal partial class NaiveBackend(string name = "naive") : IBackend
{
    public static Device Device { get; } = new(new NaiveBackend());

    public string Name => name;

    /// <summary>How many bytes the host has been given.</summary>
    public long BytesRead { get; private set; }

    /// <summary>How many steps of optimisers were asked for.</summary>
    public int Updates { get; private set; }

    public Storage Allocate(DType dtype, long length) => dtype switch
    {
        DType.Bool => new Block<bool>(this, dtype, length),
        DType.Int64 => new Block<long>(this, dtype, length),
        DType.Float32 => new Block<float>(this, dtype, length),
        _ => new Block<double>(this, dtype, length),
    };

    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged => values.CopyTo(Elements<T>(target));

    public void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        var next = 0;
        BytesRead += source.Layout.Count * source.DType.Size;
        foreach (var index in Indices(source.Shape))
        {
            values[next++] = Elements<T>(source.Storage)[At(source, index)];
        }
    }

    public void Require(RangeCheck check, View x) =>
        check.Run([.. Indices(x.Shape).Select(index => Elements<long>(x.Storage)[At(x, index)])]);

    public void Copy(View source, View target) => ForEach(target.Shape, index => Set(target, index, Get(source, index)));

    public void Fill(View target, Scalar value) => ForEach(
        target.Shape, index => Set(target, index, target.DType == DType.Int64 ? (long)value.Value : value.Value));

    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel> => ForEach(x.Shape, index => Set(y, index, Get(x, index) switch
        {
            long value => kernel.Invoke(value),
            float value => kernel.Invoke(value),
            var value => (object)kernel.Invoke((double)value),
        }));

    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel> => ForEach(x.Shape, index => Set(y, index, Get(x, index) switch
        {
            float value => kernel.Invoke(value),
            var value => (object)kernel.Invoke((double)value),
        }));

    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel> => ForEach(y.Shape, index => Set(y, index, (Get(a, index), Get(b, index)) switch
        {
            (long left, long right) => kernel.Invoke(left, right),
            (float left, float right) => kernel.Invoke(left, right),
            var (left, right) => (object)kernel.Invoke((double)left, (double)right),
        }));

    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel> => ForEach(y.Shape, index => Set(y, index, (Get(a, index), Get(b, index)) switch
        {
            (float left, float right) => kernel.Invoke(left, right),
            var (left, right) => (object)kernel.Invoke((double)left, (double)right),
        }));

    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel => ForEach(y.Shape, index => Set(y, index, (Get(a, index), Get(b, index)) switch
        {
            (bool left, bool right) => TKernel.Invoke(Convert.ToByte(left), Convert.ToByte(right)),
            (long left, long right) => TKernel.Invoke(left, right),
            (float left, float right) => TKernel.Invoke(left, right),
            var (left, right) => TKernel.Invoke((double)left, (double)right),
        }));

    public void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel
    {
        ForEach(y.Shape, index => Set(y, index, y.DType switch
        {
            DType.Int64 => TKernel.Identity<long>(),
            DType.Float32 => TKernel.Identity<float>(),
            _ => (object)TKernel.Identity<double>(),
        }));
        ForEach(x.Shape, index =>
        {
            int[] into = [.. index.Select((position, axis) => y.Shape[axis] == 1 ? 0 : position)];
            Set(y, into, (Get(y, into), Get(x, index)) switch
            {
                (long sum, long value) => TKernel.Invoke(sum, value),
                (float sum, float value) => TKernel.Invoke(sum, value),
                var (sum, value) => (object)TKernel.Invoke((double)sum, (double)value),
            });
        });
    }

    public void Select(View condition, View a, View b, View y) =>
        ForEach(y.Shape, index => Set(y, index, Get((bool)Get(condition, index) ? a : b, index)));

    public void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel => ForEach(y.Shape, index => Set(
            y,
            index,
            Enumerable.Range(0, index[axis] + 1).Select(i => Get(x, Moved(index, axis, i))).Aggregate((total, next) => (total, next) switch
            {
                (long left, long right) => TKernel.Invoke(left, right),
                (float left, float right) => TKernel.Invoke(left, right),
                var (left, right) => (object)TKernel.Invoke((double)left, (double)right),
            })));

    public void ArgMax(View x, int axis, bool least, View y) => ForEach(y.Shape, index =>
    {
        var line = Line(x, axis, index);
        var best = Array.FindIndex(line, double.IsNaN);
        Set(y, index, (long)(best >= 0 ? best : Array.IndexOf(line, least ? line.Min() : line.Max())));
    });

    public void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        var (spans, leading) = (windows.ToArray(), x.Shape.Rank - windows.Length);
        ForEach(y.Shape, index =>
        {
            var best = (Value: double.NegativeInfinity, At: -1L);
            WindowSpan[] window = [.. spans.Select((axis, i) => axis[index[leading + i]])];
            foreach (var offset in Indices(Array.ConvertAll(window, span => span.Count)))
            {
                int[] at = [.. window.Zip(offset, (span, i) => span.Start + (i * span.Step))];
                var value = Number(x, [.. index[..leading], .. at]);
                if (best.At < 0 || value > best.Value || double.IsNaN(value))
                {
                    best = (value, at.Zip(x.Shape.ToArray()[leading..]).Aggregate(0L, (sum, axis) => (sum * axis.Second) + axis.First));
                }
            }

            Set(y, index, best.At);
        });
    }

    public void ArgSort(View x, int axis, bool descending, View y) => ForEach(y.Shape, index =>
    {
        var order = Line(x, axis, index).Select((value, i) => (Value: double.IsNaN(value) ? (1, 0) : (0, value), i));
        Set(y, index, (long)(descending ? order.OrderByDescending(item => item.Value) : order.OrderBy(item => item.Value)).ElementAt(index[axis]).i);
    });

    public void Softmax(View x, int axis, bool logarithm, View y) => ForEach(y.Shape, index =>
    {
        var line = Line(x, axis, index);
        var sum = line.Sum(value => Math.Exp(value - line.Max()));
        var shifted = line[index[axis]] - line.Max();
        Set(y, index, logarithm ? shifted - Math.Log(sum) : Math.Exp(shifted) / sum);
    });

    public void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y) =>
        ForEach(y.Shape, index =>
        {
            var (normal, _) = Normal(x, index, epsilon, centred);
            var factor = weight is { } w ? Convert.ToDouble(Get(w, [index[^1]])) : 1;
            var summand = bias is { } b ? Convert.ToDouble(Get(b, [index[^1]])) : 0;
            Set(y, index, (normal[index[^1]] * factor) + summand);
        });

    public void NormalizeSlope(View x, View t, double epsilon, bool centred, View y) => ForEach(y.Shape, index =>
    {
        var (normal, deviation) = Normal(x, index, epsilon, centred);
        var tangents = Line(t, index.Length - 1, index);
        var along = tangents.Zip(normal, (tangent, value) => tangent * value).Average() * normal[index[^1]];
        Set(y, index, (tangents[index[^1]] - (centred ? tangents.Average() : 0) - along) / deviation);
    });

    public void Gather(View x, int axis, View index, View y) =>
        ForEach(y.Shape, at => Set(y, at, Get(x, Moved(at, axis, (long)Get(index, at)))));

    public void Scatter(View x, int axis, View index, View y) =>
        ForEach(x.Shape, at => Set(y, Moved(at, axis, (long)Get(index, at)), Get(x, at)));

    public void ScatterAdd(View x, int axis, View index, View y) => ForEach(x.Shape, at =>
    {
        var into = Moved(at, axis, (long)Get(index, at));
        Set(y, into, Convert.ToDouble(Get(y, into)) + Convert.ToDouble(Get(x, at)));
    });
}
