namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/inplace.py</c> in NotebookGrad's words.</summary>
internal static class InPlaceRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["in turn"] = x => InTurn(x[0], x[1]),
        ["total"] = x => Total(x[0], x[1]),
        ["add_ alpha"] = x => After(x[0], y => y.Add_(x[1], -0.5)).Exp(),
        ["sub_ alpha"] = x => After(x[0], y => y.Sub_(x[1] * x[1], 2)).Exp(),
        ["add_ number"] = x => After(x[0], y => y.Add_(2)).Exp(),
        ["mul_ by what it was"] = x => After(x[0], y => y.Mul_(y.Clone())).Exp(),
        ["mul_ of a constant"] = x => Tensor.Full([2, 3], 2.5, dtype: x[0].DType, device: x[0].Device).Mul_(x[0]).Pow(2),
        ["div_ by itself"] = x => After(x[0], y => y.Div_(y.Clone() * y.Clone())),
        ["zero_"] = x => After(x[0], y => y.Zero_()) + x[0].Pow(2),
        ["fill_"] = x => After(x[0], y => y[1].Fill_(x[1])).Pow(2),
        ["copy_"] = x => After(x[0], y => y.Copy_(x[1])).Pow(2),
        ["copy_ to a column"] = x => After(x[0], y => y[.., 1].Copy_(x[1])).Pow(2),
        ["add_ to a transpose"] = x => After(x[0], y => y.T.Add_(x[1])).Pow(2),
        ["compound on a part"] = x => After(x[0], y => y[0] *= x[1], y => y[.., 1..] += x[1][1..]).Exp(),
        ["view before a change"] = x => ViewBefore(x[0], x[1]),
        ["views of one tensor"] = x => ViewsOfOne(x[0], x[1]),
        ["expanded before a change"] = x => ExpandedBefore(x[0], x[1]),
        ["view of a view"] = x => ViewOfView(x[0], x[1]),
    };

    private static Tensor After(Tensor x, params Action<Tensor>[] changes)
    {
        var y = x.Clone();
        foreach (var change in changes)
        {
            change(y);
        }

        return y;
    }

    private static Tensor InTurn(Tensor x, Tensor w)
    {
        var y = x * w;
        var same = y;
        y += x;
        y *= 2;
        y -= w;
        y /= 4;
        Assert.Same(same, y);
        return y.Exp();
    }

    private static Tensor Total(Tensor x, Tensor w)
    {
        var total = Tensor.Zeros([], dtype: x.DType, device: x.Device);
        for (var i = 0; i < 3; i++)
        {
            total += (x[i] * w).Sum();
        }

        return total.Pow(2);
    }

    private static Tensor ViewBefore(Tensor x, Tensor w)
    {
        var y = x * 1;
        var row = y[0];
        y.Mul_(w);
        return row.Exp();
    }

    private static Tensor ViewsOfOne(Tensor x, Tensor w)
    {
        var y = Tensor.Zeros([2, 3], dtype: x.DType, device: x.Device);
        var (upper, lower, columns) = (y[0], y[1..], y.T);
        upper.Copy_(x);
        lower.Add_(w);
        columns[1].Mul_(x[0]);
        return y.Exp() * upper;
    }

    private static Tensor ExpandedBefore(Tensor x, Tensor w)
    {
        var y = x * 2;
        var wide = y.Expand(2, 3);
        y.Mul_(w);
        return wide.Pow(2);
    }

    private static Tensor ViewOfView(Tensor x, Tensor w)
    {
        var y = (x * 2).Reshape(6);
        y.Reshape(2, 3)[1].Reshape(3, 1)[1..].Mul_(w);
        return y.Tanh();
    }
}
