using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Parameters that one launch takes, as if their elements lay in a row. They come by doubling because a kernel's
/// arguments cannot have arrays; whose an element is, is found by halving.
/// </summary>
internal interface IUpdateParts<TSelf, T>
    where TSelf : struct, IUpdateParts<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many parameters there is room for.</summary>
    static abstract int Room { get; }

    /// <summary>How many elements there are.</summary>
    long Count { get; }

    /// <summary>At most so many parameters.</summary>
    static abstract TSelf Of(ReadOnlySpan<UpdateOperands> parameters);

    /// <summary>The parameter that an element belongs to, whose place becomes that within it.</summary>
    UpdatePart<T> Find(ref long place);
}

/// <summary>A parameter with what changes it.</summary>
internal readonly struct UpdatePart<T>(UpdateOperands operands) : IUpdateParts<UpdatePart<T>, T>
    where T : unmanaged
{
    public readonly ArrayView<T> Gradient = All(operands.Gradient);
    public readonly ArrayView<T> Parameter = All(operands.Parameter);
    public readonly ArrayView<T> First = State(operands, 0);
    public readonly ArrayView<T> Second = State(operands, 1);
    public readonly ArrayView<T> Third = State(operands, 2);
    public readonly int States = operands.States.Length;

    public static int Room => 1;

    public long Count => Parameter.Length;

    public static UpdatePart<T> Of(ReadOnlySpan<UpdateOperands> parameters) =>
        parameters.IsEmpty ? default : new(parameters[0]);

    public UpdatePart<T> Find(ref long place) => this;

    private static ArrayView<T> State(UpdateOperands operands, int number) =>
        All(number < operands.States.Length ? operands.States.Span[number] : operands.Parameter);

    private static ArrayView<T> All(View view) => view.Elements<T>().SubView(view.Layout.Offset, view.Layout.Count);
}

/// <summary>Twice as many.</summary>
internal readonly struct Twice<TParts, T>(TParts first, TParts second) : IUpdateParts<Twice<TParts, T>, T>
    where TParts : struct, IUpdateParts<TParts, T>
    where T : unmanaged
{
    private readonly TParts first = first;
    private readonly TParts second = second;
    private readonly long count = first.Count + second.Count;

    public static int Room => 2 * TParts.Room;

    public long Count => count;

    public static Twice<TParts, T> Of(ReadOnlySpan<UpdateOperands> parameters)
    {
        var half = Math.Min(parameters.Length, TParts.Room);
        return new(TParts.Of(parameters[..half]), TParts.Of(parameters[half..]));
    }

    public UpdatePart<T> Find(ref long place)
    {
        if (place < first.Count)
        {
            return first.Find(ref place);
        }

        place -= first.Count;
        return second.Find(ref place);
    }
}
