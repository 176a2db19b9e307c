using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>An operand of a fused kernel. Fours are counted along the innermost axis.</summary>
internal interface ISource<TSelf, T>
    where TSelf : struct, ISource<TSelf, T>
    where T : unmanaged
{
    static abstract TSelf Of(View view, Paces paces);

    T At(Position position);

    Four<T> Fours(int number);
}

/// <summary>A result of a fused kernel.</summary>
internal interface ITarget<TSelf, T>
    where TSelf : struct, ITarget<TSelf, T>
    where T : unmanaged
{
    static abstract TSelf Of(View view, Paces paces);

    void Set(Position position, T value);

    void Set(int number, Four<T> values);
}

/// <summary>Elements side by side.</summary>
internal readonly struct Row<T>(ArrayView<T> elements) : ISource<Row<T>, T>, ITarget<Row<T>, T>
    where T : unmanaged
{
    public static Row<T> Of(View view, Paces paces)
    {
        var all = view.Elements<T>();
        return new(all.SubView(paces.Start, all.Length - paces.Start));
    }

    public T At(Position position) => elements[position.P0];

    public Four<T> Fours(int number) => Four<T>.Load(elements, number);

    public void Set(Position position, T value) => elements[position.P0] = value;

    public void Set(int number, Four<T> values) => values.Store(elements, number);
}

/// <summary>One element for all places.</summary>
internal readonly struct Repeated<T>(ArrayView<T> element) : ISource<Repeated<T>, T>
    where T : unmanaged
{
    public static Repeated<T> Of(View view, Paces paces) => new(view.Elements<T>().SubView(paces.Start, 1));

    public T At(Position position) => element[0];

    public Four<T> Fours(int number) => Four<T>.All(element[0]);
}

/// <summary>Elements anywhere.</summary>
internal readonly struct Scattered<T>(ArrayView<T> elements, Paces paces) : ISource<Scattered<T>, T>, ITarget<Scattered<T>, T>
    where T : unmanaged
{
    public static Scattered<T> Of(View view, Paces paces) => new(view.Elements<T>(), paces);

    public T At(Position position) => elements[paces.Place(position)];

    public Four<T> Fours(int number)
    {
        Four<T> four = default;
        (four.A, four.B) = (elements[PlaceOf(number, 0)], elements[PlaceOf(number, 1)]);
        (four.C, four.D) = (elements[PlaceOf(number, 2)], elements[PlaceOf(number, 3)]);
        return four;
    }

    public void Set(Position position, T value) => elements[paces.Place(position)] = value;

    public void Set(int number, Four<T> values)
    {
        (elements[PlaceOf(number, 0)], elements[PlaceOf(number, 1)]) = (values.A, values.B);
        (elements[PlaceOf(number, 2)], elements[PlaceOf(number, 3)]) = (values.C, values.D);
    }

    private long PlaceOf(int four, int lane) => paces.Start + (((4L * four) + lane) * paces.Inner);
}
