using NotebookGrad.Nn;

namespace NotebookGrad;

/// <summary>
/// Where weights have been while they were trained, for
/// <see cref="Explore.LossSurface(Module, Func{Tensor}, WeightPath?, double, int, int)"/>. At most 128 places are kept:
/// of more, every second goes, and from then on fewer are taken.
/// </summary>
/// <example><c>var path = new WeightPath(model); for (…) { …; path.Record(); }</c></example>
public sealed class WeightPath
{
    private const int Most = 128;

    private readonly Tensor[] parameters;
    private readonly List<Tensor[]> places = [];
    private long recorded;
    private long stride = 1;

    /// <summary>A path that has no place yet.</summary>
    /// <param name="model">Whose parameters are to be followed.</param>
    public WeightPath(Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        parameters = [.. model.Parameters];
    }

    /// <summary>How many places are kept.</summary>
    public int Count => places.Count;

    /// <summary>The parameters that are followed.</summary>
    internal IReadOnlyList<Tensor> Parameters => parameters;

    /// <summary>Copies of the parameters at each place, in order.</summary>
    internal IReadOnlyList<IReadOnlyList<Tensor>> Places => places;

    /// <summary>Keeps a copy of the parameters as they are now.</summary>
    public void Record()
    {
        if (recorded++ % stride != 0)
        {
            return;
        }

        places.Add(Array.ConvertAll(parameters, parameter => parameter.Detach().Clone()));
        if (places.Count == Most)
        {
            stride *= 2;
            for (var i = Most - 1; i > 0; i -= 2)
            {
                places.RemoveAt(i);
            }
        }
    }
}
