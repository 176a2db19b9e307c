using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Backends;

/// <summary>Elements by their indices.</summary>
internal partial class NaiveBackend
{
    private static double Number(View x, int[] index) => Convert.ToDouble(Get(x, index));

    private static double[] Line(View x, int axis, int[] index) => [..
        Enumerable.Range(0, x.Shape[axis]).Select(i => Convert.ToDouble(Get(x, Moved(index, axis, i))))];

    private static int[] Moved(int[] index, int axis, long position)
    {
        int[] moved = [.. index];
        moved[axis] = checked((int)position);
        return moved;
    }

    private static object Get(View view, int[] index) => view.DType switch
    {
        DType.Bool => Elements<bool>(view.Storage)[At(view, index)],
        DType.Int64 => Elements<long>(view.Storage)[At(view, index)],
        DType.Float32 => Elements<float>(view.Storage)[At(view, index)],
        _ => Elements<double>(view.Storage)[At(view, index)],
    };

    private static void Set(View view, int[] index, object value)
    {
        switch (view.DType)
        {
            case DType.Bool: Elements<bool>(view.Storage)[At(view, index)] = Convert.ToBoolean(value); break;
            case DType.Int64: Elements<long>(view.Storage)[At(view, index)] = value is long whole ? whole : (long)Convert.ToDouble(value); break;
            case DType.Float32: Elements<float>(view.Storage)[At(view, index)] = Convert.ToSingle(value); break;
            default: Elements<double>(view.Storage)[At(view, index)] = Convert.ToDouble(value); break;
        }
    }

    private static long At(View view, int[] index)
    {
        var at = view.Layout.Offset;
        for (var axis = 0; axis < index.Length; axis++)
        {
            at += index[axis] * view.Layout.Strides[axis];
        }

        return at;
    }

    private static (double[] Values, double Deviation) Normal(View x, int[] index, double epsilon, bool centred)
    {
        var line = Line(x, index.Length - 1, index);
        var mean = centred ? line.Average() : 0;
        var deviation = Math.Sqrt(line.Average(value => (value - mean) * (value - mean)) + epsilon);
        return ([.. line.Select(value => (value - mean) / deviation)], deviation);
    }

    private static void ForEach(Shape shape, Action<int[]> action)
    {
        foreach (var index in Indices(shape))
        {
            action(index);
        }
    }

    private static IEnumerable<int[]> Indices(Shape shape)
    {
        for (long number = 0; number < shape.Count; number++)
        {
            var index = new int[shape.Rank];
            var rest = number;
            for (var axis = shape.Rank - 1; axis >= 0; axis--)
            {
                (rest, var position) = Math.DivRem(rest, shape[axis]);
                index[axis] = (int)position;
            }

            yield return index;
        }
    }

    private static T[] Elements<T>(Storage storage)
        where T : unmanaged => ((Block<T>)storage).Elements;

    private sealed class Block<T>(IBackend backend, DType dtype, long length) : Storage(backend, dtype, length)
        where T : unmanaged
    {
        public T[] Elements { get; } = new T[length];
    }
}
