namespace NotebookGrad.Tests.OpInfo;

/// <summary>
/// The arguments of one call for an adapter. Each is named by its position (0 is the input) and its keyword, since a
/// sample may give it either way. An argument that no adapter asks for fails the test: it would be ignored silently.
/// </summary>
internal sealed class Sample
{
    private readonly object?[] arguments;
    private readonly Dictionary<string, object?> keywords;
    private readonly HashSet<object> asked = [];
    private readonly List<Tensor> tensors = [];

    /// <summary>The call with fresh tensors.</summary>
    /// <param name="stored">The call.</param>
    /// <param name="real">The dtype that stands for float64.</param>
    /// <param name="contiguous">Whether tensors lie in order; if not, they have strides of their own.</param>
    public Sample(StoredSample stored, DType real, bool contiguous)
    {
        object? Fresh(object? argument)
        {
            switch (argument)
            {
                case StoredTensor tensor:
                    tensors.Add(tensor.Leaf(real, contiguous));
                    return tensors[^1];
                case SameTensor same:
                    return tensors[same.Place];
                case object?[] list:
                    return Array.ConvertAll(list, Fresh);
                default:
                    return argument;
            }
        }

        Stored = stored;
        arguments = Array.ConvertAll(stored.Arguments, Fresh);
        keywords = stored.Keywords.ToDictionary(keyword => keyword.Key, keyword => Fresh(keyword.Value));
        if (stored.Wrapper is "hermitian")
        {
            var matrix = (Tensor)arguments[0]!;
            arguments[0] = matrix + matrix.Transpose(-1, -2);
        }
    }

    /// <summary>What PyTorch computes for it.</summary>
    public StoredSample Stored { get; }

    /// <summary>The tensors that require a gradient, in order.</summary>
    public Tensor[] Leaves => [.. tensors.Where(tensor => tensor.RequiresGrad)];

    /// <summary>The number of arguments given by position.</summary>
    public int Count => arguments.Length;

    /// <summary>The arguments that no adapter has asked for.</summary>
    public IEnumerable<string> Unasked =>
        Enumerable.Range(0, arguments.Length).Where(position => !asked.Contains(position)).Select(position => $"argument {position}")
            .Concat(keywords.Keys.Where(keyword => !asked.Contains(keyword)));

    /// <summary>The argument as it is, or null.</summary>
    public object? this[int position, string? keyword = null]
    {
        get
        {
            asked.Add(position);
            if (keyword is not null)
            {
                asked.Add(keyword);
            }

            return position >= 0 && position < arguments.Length ? arguments[position]
                : keyword is not null && keywords.TryGetValue(keyword, out var value) ? value : null;
        }
    }

    /// <summary>Whether the argument is given, and not None.</summary>
    public bool Has(int position, string? keyword = null) => this[position, keyword] is not null;

    /// <summary>Whether the argument is a tensor.</summary>
    public bool IsTensor(int position, string? keyword = null) => this[position, keyword] is Tensor;

    /// <summary>A tensor.</summary>
    public Tensor Tensor(int position, string? keyword = null) => (Tensor)this[position, keyword]!;

    /// <summary>A tensor, or null.</summary>
    public Tensor? TensorOrNull(int position, string? keyword = null) => (Tensor?)this[position, keyword];

    /// <summary>A list of tensors.</summary>
    public Tensor[] Tensors(int position, string? keyword = null) => Array.ConvertAll((object?[])this[position, keyword]!, item => (Tensor)item!);

    /// <summary>All positional arguments as tensors, the first of which may be a list.</summary>
    public Tensor[] AllTensors() => [.. Enumerable.Range(0, Count).SelectMany(i => this[i] is object?[] ? Tensors(i) : [Tensor(i)])];

    /// <summary>A whole number.</summary>
    public int Int(int position, string? keyword = null) => checked((int)(long)this[position, keyword]!);

    /// <summary>A whole number, or a default where it is not given.</summary>
    public int Int(int position, string? keyword, int otherwise) => Has(position, keyword) ? Int(position, keyword) : otherwise;

    /// <summary>A whole number, or null.</summary>
    public int? IntOrNull(int position, string? keyword = null) => Has(position, keyword) ? Int(position, keyword) : null;

    /// <summary>Whole numbers; a single one makes a list of one.</summary>
    public int[] Ints(int position, string? keyword = null) => IntsOrNull(position, keyword)
        ?? throw new InvalidOperationException($"argument {position} {keyword} is not given");

    /// <summary>Whole numbers, or null; a single one makes a list of one.</summary>
    public int[]? IntsOrNull(int position, string? keyword = null) => this[position, keyword] switch
    {
        null => null,
        object?[] list => Array.ConvertAll(list, item => checked((int)(long)item!)),
        var one => [checked((int)(long)one)],
    };

    /// <summary>All arguments from a position on as whole numbers, whether in a list or not.</summary>
    public int[] IntsFrom(int position) => [.. Enumerable.Range(position, Math.Max(0, Count - position)).SelectMany(i => Ints(i))];

    /// <summary>A number.</summary>
    public double Double(int position, string? keyword = null) => Convert.ToDouble(this[position, keyword]!);

    /// <summary>A number, or a default where it is not given.</summary>
    public double Double(int position, string? keyword, double otherwise) => Has(position, keyword) ? Double(position, keyword) : otherwise;

    /// <summary>A number, or null.</summary>
    public double? DoubleOrNull(int position, string? keyword = null) => Has(position, keyword) ? Double(position, keyword) : null;

    /// <summary>A number as the engine takes it: whole, real or a truth value.</summary>
    public Scalar Scalar(int position, string? keyword = null) => this[position, keyword] switch
    {
        long whole => whole,
        bool truth => truth,
        var real => (double)real!,
    };

    /// <summary>A number as the engine takes it, or a default where it is not given.</summary>
    public Scalar Scalar(int position, string? keyword, Scalar otherwise) => Has(position, keyword) ? Scalar(position, keyword) : otherwise;

    /// <summary>A number as the engine takes it, or null.</summary>
    public Scalar? ScalarOrNull(int position, string? keyword = null) => Has(position, keyword) ? Scalar(position, keyword) : null;

    /// <summary>A truth value.</summary>
    public bool Bool(int position, string? keyword = null, bool otherwise = false) => (bool?)this[position, keyword] ?? otherwise;

    /// <summary>A text.</summary>
    public string Text(int position, string? keyword, string otherwise) => (string?)this[position, keyword] ?? otherwise;

    /// <summary>A dtype, or null.</summary>
    public DType? DType(int position, string? keyword = null) => (DType?)this[position, keyword];

    /// <summary>Says that arguments have no meaning here, such as a memory format.</summary>
    public Sample Ignoring(params string[] keywords)
    {
        asked.UnionWith(keywords);
        return this;
    }

    /// <summary>Leaves the sample out if a condition holds; it is counted.</summary>
    public Sample LeaveOut(bool when, string reason) => when ? throw new LeftOutException(reason) : this;
}
