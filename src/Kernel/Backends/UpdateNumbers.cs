namespace NotebookGrad.Backends;

/// <summary>
/// The numbers that all elements share in a step of an optimiser; what each is, its kernel alone knows. They lie in
/// plain fields, because devices compile no spans.
/// </summary>
/// <typeparam name="TNumber">The number, or a vector full of it.</typeparam>
public record struct UpdateNumbers<TNumber>
    where TNumber : unmanaged
{
    /// <summary>The first number.</summary>
    public TNumber N0;

    /// <summary>The second number.</summary>
    public TNumber N1;

    /// <summary>The third number.</summary>
    public TNumber N2;

    /// <summary>The fourth number.</summary>
    public TNumber N3;

    /// <summary>The fifth number.</summary>
    public TNumber N4;

    /// <summary>The sixth number.</summary>
    public TNumber N5;

    /// <summary>The seventh number.</summary>
    public TNumber N6;

    /// <summary>The eighth number.</summary>
    public TNumber N7;

    /// <summary>The ninth number.</summary>
    public TNumber N8;

    /// <summary>The same numbers in another type.</summary>
    public readonly UpdateNumbers<TOther> ConvertAll<TOther>(Func<TNumber, TOther> convert)
        where TOther : unmanaged => new()
        {
            N0 = convert(N0),
            N1 = convert(N1),
            N2 = convert(N2),
            N3 = convert(N3),
            N4 = convert(N4),
            N5 = convert(N5),
            N6 = convert(N6),
            N7 = convert(N7),
            N8 = convert(N8),
        };
}
