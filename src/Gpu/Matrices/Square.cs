using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Four rows and columns of a product, in registers.</summary>
internal struct Square<T>
    where T : unmanaged, INumber<T>
{
    public Four<T> Row0;
    public Four<T> Row1;
    public Four<T> Row2;
    public Four<T> Row3;

    /// <summary>This plus the product of a column and a row.</summary>
    public readonly Square<T> Plus(Four<T> column, Four<T> row)
    {
        Square<T> sum = default;
        sum.Row0 = Plus(Row0, column.A, row);
        sum.Row1 = Plus(Row1, column.B, row);
        sum.Row2 = Plus(Row2, column.C, row);
        sum.Row3 = Plus(Row3, column.D, row);
        return sum;
    }

    /// <summary>Writes the elements to c, those that are within it.</summary>
    public readonly void Store(ArrayView<T> c, long start, TiledSizes sizes, int row, int column)
    {
        Store(Row0, c, start, sizes, row, column);
        Store(Row1, c, start, sizes, row + 1, column);
        Store(Row2, c, start, sizes, row + 2, column);
        Store(Row3, c, start, sizes, row + 3, column);
    }

    /// <summary>Writes an element to c, if its column is one.</summary>
    public static void Store(T element, ArrayView<T> c, long place, TiledSizes sizes, int column)
    {
        if (column < sizes.Columns)
        {
            if (sizes.Accumulates != 0)
            {
                element += c[place];
            }

            c[place] = element;
        }
    }

    private static Four<T> Plus(Four<T> sum, T factor, Four<T> row)
    {
        sum.A += factor * row.A;
        sum.B += factor * row.B;
        sum.C += factor * row.C;
        sum.D += factor * row.D;
        return sum;
    }

    private static void Store(Four<T> elements, ArrayView<T> c, long start, TiledSizes sizes, int row, int column)
    {
        if (row >= sizes.Rows)
        {
            return;
        }

        var place = start + (row * sizes.PaceRow) + (column * sizes.PaceColumn);
        if (sizes.StoresFours != 0 && column + 4 <= sizes.Columns)
        {
            if (sizes.Accumulates != 0)
            {
                var before = Four<T>.At(c, place);
                elements.A += before.A;
                elements.B += before.B;
                elements.C += before.C;
                elements.D += before.D;
            }

            elements.StoreAt(c, place);
            return;
        }

        Store(elements.A, c, place, sizes, column);
        Store(elements.B, c, place + sizes.PaceColumn, sizes, column + 1);
        Store(elements.C, c, place + (2 * sizes.PaceColumn), sizes, column + 2);
        Store(elements.D, c, place + (3 * sizes.PaceColumn), sizes, column + 3);
    }
}
