using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Part of a tensor, as x[…] picks it, as a view; its transpose puts a gradient back among zeros.</summary>
internal sealed class Region(Func<Layout, Layout> pick, string text, string? name = null) : Linear
{
    private const string Back = "{g} into its place, 0 elsewhere";

    public override string Name => name ?? "index";

    public override Notation Notation { get; } = name is null
        ? new(Inspection.Notation.Index(text), "{0}[" + text + "]", "{0}_{{" + text + "}}") { Pullbacks = [Back] }
        : new(name, name + "({0}" + text + ")", "\\operatorname{{" + name + "}}({0}" + text + ")")
        {
            Pullbacks = [Back],
        };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => new(operands[0].Storage, Pick(operands[0].Layout));

    /// <summary>The part of a layout that the indices pick.</summary>
    internal Layout Pick(Layout layout) => pick(layout);

    /// <summary>The transpose: the part in its place among zeros of a shape.</summary>
    internal Placement Placed(Shape shape, string name = "place")
    {
        var whole = Layout.Contiguous(shape);
        return new Placement(this, whole, Pick(whole), name);
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        Placed(kept.ShapeOf(0)).Apply(gradient);
}
