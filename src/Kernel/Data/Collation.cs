using System.Runtime.CompilerServices;

namespace NotebookGrad.Data;

/// <summary>Makes batches of items: what stands at one place in all of them becomes one tensor.</summary>
internal static class Collation
{
    /// <summary>Stacks items, whose numbers are for messages.</summary>
    /// <exception cref="ArgumentException">The items differ in form, or are none of tensors and numbers.</exception>
    public static Tensor[] Stack<T>(T[] items, ReadOnlySpan<int> indices)
    {
        if (items.Length == 0)
        {
            throw new ArgumentException("batch: there are no items to put together; ask for one or more");
        }

        var rows = Array.ConvertAll(items, item => Parts(item).ToArray());
        for (var i = 1; i < rows.Length; i++)
        {
            if (!rows[i].Select(part => part.Shape).SequenceEqual(rows[0].Select(part => part.Shape)))
            {
                throw new ArgumentException(
                    $"batch: item {indices[0]} is {Text(rows[0])}, item {indices[i]} is {Text(rows[i])}; Map the items "
                    + "to one form, or Collate them with a function that pads");
            }
        }

        return [.. rows[0].Select((_, place) => Tensor.Stack(Array.ConvertAll(rows, row => row[place])))];
    }

    private static IEnumerable<Tensor> Parts(object? item) => item switch
    {
        Tensor tensor => [tensor],
        IEnumerable<Tensor> tensors => tensors,
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(place => Parts(tuple[place])),
        float number => [number],
        double number => [number],
        long number => [number],
        int number => [number],
        byte number => [number],
        bool truth => [truth],
        _ => throw new ArgumentException(
            $"batch: an item has {item?.GetType().Name ?? "null"} where a tensor or number belongs; Map the items to "
            + "tuples of tensors and numbers, or Collate them with a function that makes tensors"),
    };

    private static string Text(Tensor[] parts) => $"({string.Join(", ", parts.Select(part => part.Shape))})";
}
