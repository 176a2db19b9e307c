using System.Reflection;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Writes a fused program as a type: expressions nest where a value is used once; what is used more often is worked out
/// before, once. Numbers and what functions have in fields are data, so that programs that differ in these are of one
/// type.
/// </summary>
internal static class FusionComposer
{
    /// <summary>The kernel that makes results of operands.</summary>
    public static IFusedWork Compose(
        GpuBackend backend, FusedLayout layout, FusedValue[] operands, FusedValue[] results)
    {
        var values = InOrder(results, out var uses);
        object data = default(Nothing);
        var scope = FusionScope.Empty;
        foreach (var datum in values.Select(value => value.Datum).OfType<object>().Where(HasFields))
        {
            scope = scope.WithDatum(datum);
            data = Activator.CreateInstance(scope.Type, datum, data)!;
        }

        var reading = Reading(layout, operands, scope.Type, out var fours);
        scope = operands.Reverse().Aggregate(scope, (known, operand) => known.With(operand));
        FusedValue[] repeated = [.. values.Where(value => uses[value] > 1 && value.Form is not null)];
        var work = typeof(Fused<,,,,,,>).MakeGenericType(
            Program(repeated, results, scope), data.GetType(), reading, fours, scope.Type,
            Writing(layout, results), Given(results));
        return (IFusedWork)Activator.CreateInstance(work, backend, data, layout)!;
    }

    // Each after what it is made of.
    private static List<FusedValue> InOrder(FusedValue[] results, out Dictionary<FusedValue, int> uses)
    {
        var (order, counts) = (new List<FusedValue>(), new Dictionary<FusedValue, int>());
        Array.ForEach(results, Use);
        uses = counts;
        return order;

        void Use(FusedValue value)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts[value] == 1)
            {
                Array.ForEach(value.Children, Use);
                order.Add(value);
            }
        }
    }

    private static Type Reading(FusedLayout layout, FusedValue[] operands, Type data, out Type fours)
    {
        var (reading, known) = (typeof(NoOperands<>).MakeGenericType(data), data);
        fours = typeof(Nothing);
        for (var operand = operands.Length - 1; operand >= 0; operand--)
        {
            var element = operands[operand].Element;
            var source = !layout.IsRows ? typeof(Scattered<>)
                : layout.IsRepeated(operand) ? typeof(Repeated<>) : typeof(Row<>);
            reading = typeof(Operand<,,,,,>).MakeGenericType(
                element, source.MakeGenericType(element), data, reading, fours, known);
            fours = typeof(KnownFours<,>).MakeGenericType(element, fours);
            known = typeof(Known<,>).MakeGenericType(element, known);
        }

        return reading;
    }

    private static Type Program(ReadOnlySpan<FusedValue> repeated, FusedValue[] results, FusionScope scope) =>
        repeated.IsEmpty ? Giving(results, scope) : typeof(Let<,,,,>).MakeGenericType(
            scope.Type, Given(results), repeated[0].Element, Made(repeated[0], scope),
            Program(repeated[1..], results, scope.With(repeated[0])));

    private static Type Giving(ReadOnlySpan<FusedValue> results, FusionScope scope) => results.IsEmpty
        ? typeof(Done<>).MakeGenericType(scope.Type)
        : typeof(Give<,,,,>).MakeGenericType(
            scope.Type, Given(results[1..]), results[0].Element, Expression(results[0], scope),
            Giving(results[1..], scope));

    private static Type Given(ReadOnlySpan<FusedValue> results) => results.IsEmpty
        ? typeof(Nothing)
        : typeof(Known<,>).MakeGenericType(results[0].Element, Given(results[1..]));

    private static Type Writing(FusedLayout layout, ReadOnlySpan<FusedValue> results)
    {
        if (results.IsEmpty)
        {
            return typeof(NoResults);
        }

        var element = results[0].Element;
        var target = (layout.IsRows ? typeof(Row<>) : typeof(Scattered<>)).MakeGenericType(element);
        return typeof(Result<,,,>).MakeGenericType(
            element, target, Writing(layout, results[1..]), Given(results[1..]));
    }

    private static Type Expression(FusedValue value, FusionScope scope) =>
        scope.Find(value.Form is null && value.Datum is { } number ? number : value) ?? Made(value, scope);

    private static Type Made(FusedValue value, FusionScope scope)
    {
        var children = Array.ConvertAll(value.Children, child => Expression(child, scope));
        Type[] which = value.Datum is not { } function ? []
            : [scope.Find(function) ?? typeof(Plain<,>).MakeGenericType(scope.Type, function.GetType())];
        return value.Form!.MakeGenericType([scope.Type, .. value.Arguments, .. which, .. children]);
    }

    private static bool HasFields(object datum) => datum.GetType().IsPrimitive || HasFields(datum.GetType());

    private static bool HasFields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        .Any(field => field.FieldType.IsPrimitive || HasFields(field.FieldType));
}
