using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Takes the calls that are to be one, and knows what each storage holds after them.</summary>
internal sealed class FusionBuilder(IReadOnlyList<View> operands) : IPointwise
{
    private readonly Dictionary<Storage, FusedValue> written = [];

    /// <summary>The operands' values.</summary>
    public FusedValue[] Operands { get; } = [.. operands.Select(view => new FusedValue(ElementOf(view.DType)))];

    /// <summary>What a view holds now.</summary>
    public FusedValue this[View view] => written.GetValueOrDefault(view.Storage) ?? Operands[NumberOf(view)];

    /// <inheritdoc/>
    public void Copy(View source, View target)
    {
        switch (source.DType)
        {
            case DType.Bool: CopyFrom<byte>(source, target); break;
            case DType.Int64: CopyFrom<long>(source, target); break;
            case DType.Float32: CopyFrom<float>(source, target); break;
            default: CopyFrom<double>(source, target); break;
        }
    }

    /// <inheritdoc/>
    public void Fill(View target, Scalar value)
    {
        switch (target.DType)
        {
            case DType.Bool: Number(value.Value != 0 ? (byte)1 : (byte)0, target); break;
            case DType.Int64: Number(value.ToWhole("fill"), target); break;
            case DType.Float32: Number((float)value.Value, target); break;
            default: Number(value.Value, target); break;
        }
    }

    /// <inheritdoc/>
    public void Map<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IUnaryKernel<TKernel>
    {
        switch (x.DType)
        {
            case DType.Int64: Apply<Mapped<NumberUnary<TKernel, long>, long>, long, long>(new(new(kernel)), x, y); break;
            case DType.Float32: Apply<Mapped<NumberUnary<TKernel, float>, float>, float, float>(new(new(kernel)), x, y); break;
            default: Apply<Mapped<NumberUnary<TKernel, double>, double>, double, double>(new(new(kernel)), x, y); break;
        }
    }

    /// <inheritdoc/>
    public void MapReal<TKernel>(TKernel kernel, View x, View y)
        where TKernel : struct, IRealUnaryKernel<TKernel>
    {
        if (x.DType == DType.Float32)
        {
            Apply<Mapped<RealUnary<TKernel, float>, float>, float, float>(new(new(kernel)), x, y);
        }
        else
        {
            Apply<Mapped<RealUnary<TKernel, double>, double>, double, double>(new(new(kernel)), x, y);
        }
    }

    /// <inheritdoc/>
    public void Zip<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IBinaryKernel<TKernel>
    {
        switch (a.DType)
        {
            case DType.Int64: Join<Pairing<NumberBinary<TKernel, long>, long>, long, long>(new(new(kernel)), a, b, y); break;
            case DType.Float32: Join<Pairing<NumberBinary<TKernel, float>, float>, float, float>(new(new(kernel)), a, b, y); break;
            default: Join<Pairing<NumberBinary<TKernel, double>, double>, double, double>(new(new(kernel)), a, b, y); break;
        }
    }

    /// <inheritdoc/>
    public void ZipReal<TKernel>(TKernel kernel, View a, View b, View y)
        where TKernel : struct, IRealBinaryKernel<TKernel>
    {
        if (a.DType == DType.Float32)
        {
            Join<Pairing<RealBinary<TKernel, float>, float>, float, float>(new(new(kernel)), a, b, y);
        }
        else
        {
            Join<Pairing<RealBinary<TKernel, double>, double>, double, double>(new(new(kernel)), a, b, y);
        }
    }

    /// <inheritdoc/>
    public void Compare<TKernel>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel
    {
        switch (a.DType)
        {
            case DType.Bool: Join<Comparing<TKernel, byte>, byte, byte>(default, a, b, y); break;
            case DType.Int64: Join<Comparing<TKernel, long>, long, byte>(default, a, b, y); break;
            case DType.Float32: Join<Comparing<TKernel, float>, float, byte>(default, a, b, y); break;
            default: Join<Comparing<TKernel, double>, double, byte>(default, a, b, y); break;
        }
    }

    /// <inheritdoc/>
    public void Select(View condition, View a, View b, View y)
    {
        var element = ElementOf(y.DType);
        written[y.Storage] = new(element)
        {
            Form = typeof(Choose<,,,,>), Arguments = [element], Children = [this[condition], this[a], this[b]],
        };
    }

    private static Type ElementOf(DType dtype) => dtype switch
    {
        DType.Bool => typeof(byte),
        DType.Int64 => typeof(long),
        DType.Float32 => typeof(float),
        _ => typeof(double),
    };

    private void CopyFrom<T>(View source, View target)
        where T : unmanaged, INumber<T>
    {
        if (source.DType == target.DType)
        {
            written[target.Storage] = this[source];
            return;
        }

        switch (target.DType)
        {
            case DType.Bool: Apply<Truth<T>, T, byte>(default, source, target); break;
            case DType.Int64: Apply<Cast<T, long>, T, long>(default, source, target); break;
            case DType.Float32: Apply<Cast<T, float>, T, float>(default, source, target); break;
            default: Apply<Cast<T, double>, T, double>(default, source, target); break;
        }
    }

    private void Number<T>(T number, View y)
        where T : unmanaged => written[y.Storage] = new(typeof(T)) { Datum = number };

    private void Apply<TFunction, TFrom, TTo>(TFunction function, View x, View y)
        where TFunction : struct, IConversion<TFrom, TTo> => written[y.Storage] = new(typeof(TTo))
        {
            Form = typeof(Apply<,,,,,>),
            Arguments = [typeof(TFrom), typeof(TTo), typeof(TFunction)],
            Datum = function,
            Children = [this[x]],
        };

    private void Join<TFunction, TFrom, TTo>(TFunction function, View a, View b, View y)
        where TFunction : struct, IPairing<TFrom, TTo> => written[y.Storage] = new(typeof(TTo))
        {
            Form = typeof(Pair<,,,,,,>),
            Arguments = [typeof(TFrom), typeof(TTo), typeof(TFunction)],
            Datum = function,
            Children = [this[a], this[b]],
        };

    private int NumberOf(View view) => operands.Index()
        .First(one => one.Item.Storage == view.Storage && one.Item.Layout.LiesAs(view.Layout)).Index;
}
