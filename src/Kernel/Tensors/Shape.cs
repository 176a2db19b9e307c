using System.Runtime.CompilerServices;

namespace NotebookGrad;

/// <summary>The lengths of a tensor's axes, outermost first. <c>[]</c> is the shape of a single number.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? lengths;

    /// <summary>A shape that takes over <paramref name="lengths"/>.</summary>
    internal Shape(int[] lengths) => this.lengths = lengths;

    /// <summary>The number of axes.</summary>
    public int Rank => lengths?.Length ?? 0;

    /// <summary>The number of elements: the product of the lengths, 1 for <c>[]</c>.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (var length in Lengths)
            {
                count = checked(count * length);
            }

            return count;
        }
    }

    /// <summary>The lengths of all axes.</summary>
    public ReadOnlySpan<int> Lengths => lengths;

    /// <summary>The length of one axis; <c>^1</c> is the innermost.</summary>
    public int this[Index axis] => Lengths[axis];

    /// <summary>A shape of these lengths; none may be negative.</summary>
    /// <exception cref="ArgumentException">A length is negative.</exception>
    public static Shape Create(ReadOnlySpan<int> lengths)
    {
        foreach (var length in lengths)
        {
            if (length < 0)
            {
                throw new ArgumentException(
                    $"shape {Text(lengths)}: a length cannot be negative (only Reshape takes −1, for one axis)");
            }
        }

        return new Shape(lengths.ToArray());
    }

    /// <summary>Reads an array as a shape.</summary>
    public static implicit operator Shape(int[] lengths) => Create(lengths);

    /// <summary>Whether two shapes have the same lengths.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>The lengths as an enumerator, so that a shape can be listed with <c>foreach</c>.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(lengths ?? [])).GetEnumerator();

    /// <summary>The lengths as a new array.</summary>
    public int[] ToArray() => Lengths.ToArray();

    /// <inheritdoc/>
    public bool Equals(Shape other) => lengths == other.lengths || Lengths.SequenceEqual(other.Lengths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var length in Lengths)
        {
            hash.Add(length);
        }

        return hash.ToHashCode();
    }

    /// <summary>The shape as people write it: <c>[2, 3]</c>.</summary>
    public override string ToString() => Text(Lengths);

    /// <summary>Whether axes of length 1 stretched, and new ones in front, make this shape that one.</summary>
    internal bool BroadcastsTo(Shape shape)
    {
        var added = shape.Rank - Rank;
        for (var axis = 0; axis < Rank; axis++)
        {
            if (added < 0 || (this[axis] != 1 && this[axis] != shape[axis + added]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(ReadOnlySpan<int> lengths) => $"[{string.Join(", ", lengths.ToArray())}]";
}
