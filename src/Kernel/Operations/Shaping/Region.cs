using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Part of a tensor, as x[…] picks it, as a view; its transpose puts a gradient back among zeros.</summary>
internal sealed class Region(Func<Layout, Layout> pick, string text, string? name = null, bool overlaps = false)
    : Linear
{
    public override string Name => name ?? "index";

    public override Notation Notation { get; } = name is null
        ? new("[·]", "{0}[" + text + "]", "{0}_{{" + text + "}}")
        : new(name, name + "({0}" + text + ")", "\\operatorname{{" + name + "}}({0}" + text + ")");

    /// <summary>Whether an element may be in the part more than once.</summary>
    internal bool Overlaps => overlaps;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => new(operands[0].Storage, Pick(operands[0].Layout));

    /// <summary>The part of a layout that the indices pick.</summary>
    internal Layout Pick(Layout layout) => pick(layout);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Placement(this, kept.ShapeOf(0)).Apply(gradient);
}
