using System.Runtime.InteropServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <content>The backend's members, each carried out and written down.</content>
internal sealed partial class Recorder : IBackend
{
    /// <inheritdoc/>
    public string Name => inner!.Name;

    /// <inheritdoc/>
    public string MatMulLibrary => inner!.MatMulLibrary;

    /// <inheritdoc/>
    public bool AccumulatesWell => inner!.AccumulatesWell;

    /// <inheritdoc/>
    public void Synchronize() => inner!.Synchronize();

    /// <inheritdoc/>
    public Storage Allocate(DType dtype, long length)
    {
        var storage = inner!.Allocate(dtype, length);
        fresh.Add(storage);
        return storage;
    }

    /// <inheritdoc/>
    public void Write<T>(ReadOnlySpan<T> values, Storage target)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values).ToArray();
        Do("write", bytes, (to, v) => to.Write<T>(MemoryMarshal.Cast<byte, T>(bytes), v[0].Storage), [], All(target));
    }

    /// <inheritdoc/>
    public void Draw(Drawing drawing, Storage target) =>
        Do("draw", drawing, (to, v) => to.Draw(drawing, v[0].Storage), [], All(target));

    /// <inheritdoc/>
    public void Read<T>(View source, Span<T> values)
        where T : unmanaged
    {
        if (!IsConstant(source.Storage))
        {
            Refuse("it reads numbers (Item, ToArray, a condition), on which what follows may depend");
        }

        inner!.Read(source, values);
    }

    /// <inheritdoc/>
    public void Require(RangeCheck check, View x)
    {
        inner!.Require(check, x);
        Note(new BackendCall("check", check.Range, (to, v) => to.Require(check, v[0])), x);
    }

    /// <inheritdoc/>
    public void Copy(View source, View target) =>
        Do(BackendCall.Copy, [source], target);

    /// <inheritdoc/>
    public void Fill(View target, Scalar value) =>
        Pointwise("fill", value, (to, v) => to.Fill(v[0], value), [], target);

    /// <inheritdoc/>
    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel> =>
        Pointwise(NameOf<TKernel>(), kernel, (to, v) => to.Map(kernel, v[0], v[1]), [x], y);

    /// <inheritdoc/>
    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel> =>
        Pointwise(NameOf<TKernel>(), kernel, (to, v) => to.MapReal(kernel, v[0], v[1]), [x], y);

    /// <inheritdoc/>
    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel> =>
        Pointwise(NameOf<TKernel>(), kernel, (to, v) => to.Zip(kernel, v[0], v[1], v[2]), [a, b], y);

    /// <inheritdoc/>
    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel> =>
        Pointwise(NameOf<TKernel>(), kernel, (to, v) => to.ZipReal(kernel, v[0], v[1], v[2]), [a, b], y);

    /// <inheritdoc/>
    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel =>
        Pointwise(NameOf<TKernel>(), typeof(TKernel), (to, v) => to.Compare<TKernel>(v[0], v[1], v[2]), [a, b], y);

    /// <inheritdoc/>
    public void Select(View condition, View a, View b, View y) =>
        Pointwise("where", "where", (to, v) => to.Select(v[0], v[1], v[2], v[3]), [condition, a, b], y);

    /// <inheritdoc/>
    public void Reduce<TKernel>(View x, View y)
        where TKernel : struct, IReductionKernel =>
        Do(NameOf<TKernel>(), typeof(TKernel), (to, v) => to.Reduce<TKernel>(v[0], v[1]), [x], y);

    /// <inheritdoc/>
    public void Scan<TKernel>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel =>
        Do(NameOf<TKernel>(), (typeof(TKernel), axis), (to, v) => to.Scan<TKernel>(v[0], axis, v[1]), [x], y);

    /// <inheritdoc/>
    public void ArgMax(View x, int axis, bool least, View y) =>
        Do("argmax", (axis, least), (to, v) => to.ArgMax(v[0], axis, least, v[1]), [x], y);

    /// <inheritdoc/>
    public void ArgMax(View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        WindowSpan[][] axes = [.. windows];
        var parameters = string.Join(';', axes.Select(spans => string.Join(',', spans)));
        Do("argmax_of_windows", parameters, (to, v) => to.ArgMax(v[0], axes, v[1]), [x], y);
    }

    /// <inheritdoc/>
    public void ArgSort(View x, int axis, bool descending, View y) =>
        Do("argsort", (axis, descending), (to, v) => to.ArgSort(v[0], axis, descending, v[1]), [x], y);

    /// <inheritdoc/>
    public void Softmax(View x, int axis, bool logarithm, View y) =>
        Do("softmax", (axis, logarithm), (to, v) => to.Softmax(v[0], axis, logarithm, v[1]), [x], y);

    /// <inheritdoc/>
    public void Normalize(View x, View? weight, View? bias, double epsilon, bool centred, View y)
    {
        var (hasWeight, hasBias) = (weight is not null, bias is not null);
        View[] operands = [x, .. new[] { weight, bias }.OfType<View>()];
        Do(
            "normalize",
            (epsilon, centred, hasWeight, hasBias),
            (to, v) => to.Normalize(v[0], hasWeight ? v[1] : null, hasBias ? v[^2] : null, epsilon, centred, v[^1]),
            operands,
            y);
    }

    /// <inheritdoc/>
    public void NormalizeSlope(View x, View t, double epsilon, bool centred, View y) => Do(
        "normalize_slope", (epsilon, centred), (to, v) => to.NormalizeSlope(v[0], v[1], epsilon, centred, v[2]),
        [x, t], y);

    /// <inheritdoc/>
    public void ClassLoss(ClassLoss loss, View x, View labels, View? weight, View y)
    {
        View[] operands = weight is { } known ? [x, labels, known] : [x, labels];
        var hasWeight = weight is not null;
        Do(
            "class_loss",
            (loss, hasWeight),
            (to, v) => to.ClassLoss(loss, v[0], v[1], hasWeight ? v[2] : null, v[^1]),
            operands,
            y);
    }

    /// <inheritdoc/>
    public void ClassLossSlope(ClassLoss loss, View x, View labels, View? weight, View gradient, View y)
    {
        View[] operands = weight is { } known ? [x, labels, gradient, known] : [x, labels, gradient];
        var hasWeight = weight is not null;
        Do(
            "class_loss_slope",
            (loss, hasWeight),
            (to, v) => to.ClassLossSlope(loss, v[0], v[1], hasWeight ? v[3] : null, v[2], v[^1]),
            operands,
            y);
    }

    /// <inheritdoc/>
    public void Gather(View x, int axis, View index, View y) =>
        Do("gather", axis, (to, v) => to.Gather(v[0], axis, v[1], v[2]), [x, index], y);

    /// <inheritdoc/>
    public void Scatter(View x, int axis, View index, View y) =>
        Do("scatter", axis, (to, v) => to.Scatter(v[0], axis, v[1], v[2]), [x, index], y);

    /// <inheritdoc/>
    public void ScatterAdd(View x, int axis, View index, View y) =>
        Do("scatter_add", axis, (to, v) => to.ScatterAdd(v[0], axis, v[1], v[2]), [x, index], y);

    /// <inheritdoc/>
    public void MatMul(View a, View b, View c, bool accumulate) =>
        Do("matmul", accumulate, (to, v) => to.MatMul(v[0], v[1], v[2], accumulate), [a, b], c);

    /// <inheritdoc/>
    public void Convolve(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        SlidingAxis[] all = [.. axes];
        var parameters = (result, groups, string.Join(',', all));
        switch (result)
        {
            case ConvolutionRole.Input:
                Do("convolve", parameters, (to, v) => to.Convolve(result, v[2], v[0], v[1], all, groups),
                    [output, weight], input);
                break;
            case ConvolutionRole.Output:
                Do("convolve", parameters, (to, v) => to.Convolve(result, v[0], v[2], v[1], all, groups),
                    [input, weight], output);
                break;
            default:
                Do("convolve", parameters, (to, v) => to.Convolve(result, v[0], v[1], v[2], all, groups),
                    [input, output], weight);
                break;
        }
    }

    /// <inheritdoc/>
    public void Update<TKernel>(TKernel kernel, View options, ReadOnlySpan<UpdateOperands> parameters)
        where TKernel : struct, IUpdateKernel<TKernel>
    {
        var width = parameters[0].States.Length + 3;
        var places = new List<View>();
        foreach (var (progress, gradient, parameter, states) in parameters)
        {
            places.AddRange([progress, gradient, .. states.Span, parameter]);
        }

        View[] operands = [options, .. places[..^1]];
        var step = new BackendCall(
            NameOf<TKernel>(), (kernel, width), (to, v) => to.Update(kernel, v[0], Together(v)))
        {
            ChangesOperands = true,
        };
        Do(step, operands, places[^1]);

        UpdateOperands[] Together(View[] views)
        {
            var together = new UpdateOperands[views.Length / width];
            for (var i = 0; i < together.Length; i++)
            {
                var (first, last) = (1 + (i * width), (i + 1) * width);
                together[i] = new(views[first], views[first + 1], views[last], views.AsMemory((first + 2)..last));
            }

            return together;
        }
    }

    // Nothing is written.
    private void Note(BackendCall check, View x) => steps.Add(new Step(check, [PlaceOf(x)], null));

    private static View All(Storage block) => new(block, Layout.Contiguous([checked((int)block.Length)]));

    // A kernel within an operation is named for the operation.
    private static string NameOf<TKernel>() =>
        (typeof(TKernel) is { Name: "Kernel", DeclaringType: { } operation } ? operation : typeof(TKernel))
        .Name.Split('`')[0].ToLowerInvariant();

    private void Pointwise(
        string name, object parameters, Action<IPointwise, View[]> run, ReadOnlySpan<View> operands, View result) =>
        Do(BackendCall.OfPointwise(name, parameters, run), operands, result);

    private void Do(
        string name, object parameters, Action<IBackend, View[]> run, ReadOnlySpan<View> operands, View result) =>
        Do(new BackendCall(name, parameters, run), operands, result);

    private void Do(BackendCall call, ReadOnlySpan<View> operands, View result)
    {
        call.Run(inner!, [.. operands, result]);
        var places = new Place[operands.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = PlaceOf(operands[i]);
            if (!IsConstant(operands[i].Storage))
            {
                varying.Add(result.Storage);
            }
        }

        steps.Add(new Step(call, places, PlaceOf(result)));
    }
}
