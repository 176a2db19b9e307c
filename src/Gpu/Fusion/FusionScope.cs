namespace NotebookGrad.Backends.Gpu;

/// <summary>What is known at a place of a fused program: values, the latest first, then data.</summary>
internal sealed class FusionScope
{
    private readonly object? latest;
    private readonly FusionScope? before;
    private readonly (Type Latest, Type Earlier) forms;

    private FusionScope()
    {
    }

    private FusionScope(Type known, object latest, FusionScope before, (Type Latest, Type Earlier) forms)
    {
        (Type, this.latest, this.before, this.forms) =
            (known.MakeGenericType(TypeOf(latest), before.Type), latest, before, forms);
    }

    /// <summary>Where nothing is known.</summary>
    public static FusionScope Empty { get; } = new();

    /// <summary>The type of what is known.</summary>
    public Type Type { get; } = typeof(Nothing);

    /// <summary>The scope with a number or a function before all data that it has.</summary>
    public FusionScope WithDatum(object datum) =>
        new(typeof(Data<,>), datum, this, (typeof(Datum<,>), typeof(Later<,,,>)));

    /// <summary>The scope in which one more value is known.</summary>
    public FusionScope With(FusedValue value) =>
        new(typeof(Known<,>), value, this, (typeof(Last<,>), typeof(Earlier<,,,>)));

    /// <summary>The expression for a value or for data; null for what is not known.</summary>
    public Type? Find(object sought)
    {
        if (latest is null)
        {
            return null;
        }

        if (ReferenceEquals(latest, sought))
        {
            return forms.Latest.MakeGenericType(TypeOf(latest), before!.Type);
        }

        return before!.Find(sought) is { } found
            ? forms.Earlier.MakeGenericType(TypeOf(latest), before.Type, TypeOf(sought), found)
            : null;
    }

    private static Type TypeOf(object known) => known is FusedValue value ? value.Element : known.GetType();
}
