namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of changes in place; <see cref="MisuseTests"/> says how to read them.</summary>
public static class InPlaceMisuses
{
    private static readonly Tensor W = Tensor.Zeros(3, 4, requiresGrad: true).Named("w");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");

    public static TheoryData<string, Action> Rows() => new()
    {
        {
            "sub_: w [3, 4] is a leaf that requires a gradient, and must not change while operations are "
            + "recorded. To update a parameter, put the line inside using (Autograd.NoGrad()) { … }",
            () => W.Sub_(1)
        },
        {
            "copy_: a tensor [4] is a view of w [3, 4], a leaf that requires a gradient, and must not change "
            + "while operations are recorded. To update a parameter, put the line inside using (Autograd.NoGrad()) "
            + "{ … }",
            () => W[0] = 1
        },
        {
            "add_: a tensor [12] is a view of w [3, 4], a leaf that requires a gradient, and must not change "
            + "while operations are recorded. To update a parameter, put the line inside using (Autograd.NoGrad()) "
            + "{ … }",
            () => W.Reshape(-1).Add_(1)
        },
        {
            "add_: elements of a tensor [2, 5] lie in one place, because it was expanded; change a copy, "
            + "x.Clone()",
            () => X.Expand(2, 5).Add_(1)
        },
        {
            "mul_: a tensor [2] is a view of a tensor [5] that was made under Autograd.NoGrad(), and is changed "
            + "where operations are recorded. Make the view here too, or change it there",
            () => ViewMadeOutside().Mul_(2)
        },
        {
            "add: a tensor [2] is a view of a tensor [5] that was made under Autograd.NoGrad(), and what it "
            + "shows was changed by a recorded operation since. Make the view again, here",
            () => _ = ViewLeftBehind() + 1
        },
        {
            "fill_: x [5] is not a single number; use Copy_",
            () => Tensor.Zeros(5).Fill_(X)
        },
        {
            "add_: x [5] cannot take the shape of m [3, 5] in place; only the other operand broadcasts",
            () => X.Detach().Named("x").Add_(Tensor.Zeros(3, 5).Named("m"))
        },
        {
            "add_: n [3] is int64 and cannot hold the float32 result; use the form without underscore",
            () => Whole.Add_(Tensor.Zeros(3))
        },
        {
            "div_: n [3] is int64 and cannot hold the float32 result; use the form without underscore",
            () => Whole.Div_(2)
        },
    };

    private static Tensor ViewMadeOutside()
    {
        var y = Tensor.Zeros(5, requiresGrad: true) * 2;
        using (Autograd.NoGrad())
        {
            return y[..2];
        }
    }

    private static Tensor ViewLeftBehind()
    {
        var y = Tensor.Zeros(5, requiresGrad: true) * 2;
        using var outside = Autograd.NoGrad();
        var view = y[..2];
        using (Autograd.EnableGrad())
        {
            y.Add_(1);
        }

        return view;
    }
}
