namespace NotebookGrad.Backends.Host;

/// <summary>C#'s own conversions from an element type to each other one; any non-zero number is true.</summary>
internal static class Converter<TSource>
    where TSource : unmanaged
{
    public static readonly Func<TSource, bool> ToBool = (Func<TSource, bool>)Choose(
        (bool value) => value, (long value) => value != 0, (float value) => value != 0, (double value) => value != 0);

    public static readonly Func<TSource, long> ToLong = (Func<TSource, long>)Choose(
        (bool value) => value ? 1L : 0L, (long value) => value, (float value) => (long)value, (double value) => (long)value);

    public static readonly Func<TSource, float> ToSingle = (Func<TSource, float>)Choose(
        (bool value) => value ? 1f : 0f, (long value) => value, (float value) => value, (double value) => (float)value);

    public static readonly Func<TSource, double> ToDouble = (Func<TSource, double>)Choose(
        (bool value) => value ? 1d : 0d, (long value) => value, (float value) => value, (double value) => value);

    private static Delegate Choose(Delegate fromBool, Delegate fromLong, Delegate fromFloat, Delegate fromDouble) =>
        typeof(TSource) == typeof(bool) ? fromBool
        : typeof(TSource) == typeof(long) ? fromLong
        : typeof(TSource) == typeof(float) ? fromFloat
        : fromDouble;
}
