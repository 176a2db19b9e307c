namespace NotebookGrad.Tests;

/// <summary>
/// Derivatives of functions against PyTorch's own: <c>torch.autograd.functional</c> and <c>functorch</c> of 1.13.1 at
/// float64.
/// </summary>
public class TransformTests
{
    private static readonly Dictionary<string, double[]> Expected = new()
    {
        ["f"] = [-1.6473707465067426, 1.6487089823212162],
        ["J"] = [-1.6446708043807017, 0.005399884252081938, -0.002699942126040969, 1.648721270654334, 0.0, 7.372999870617806e-05],
        ["jvp"] = [-1.6365709780025788, 1.6485738106569217],
        ["vjp"] = [-6.590834616343703, 0.005399884252081938, -0.0029211321221595033],
        ["s"] = [0.2703474958195211],
        ["grad"] = [-10.371257606142349, 4.313454974934336, -2.58863804912427],
        ["H"] = [-41.47854920652691, 25.906931399282747, -15.54555513665105, 25.906931399282747, -7.226137201434504, 6.493068600717254, -15.54555513665105, 6.493068600717254, -2.5990709224166926],
        ["hvp"] = [2.5660267664165675, 9.307725597130988, -7.10087899145904],
        ["dH"] = [93.25973307134058, 4.215794068606471, -11.61288081207908, 4.215794068606454, -18.808411862787096, 20.624205931393554, -11.612880812079087, 20.624205931393554, -9.778005632351901],
        ["jvp of grad"] = [2.5660267664165675, 9.307725597130988, -7.10087899145904],
        ["grad of jvp"] = [2.5660267664165675, 9.307725597130988, -7.10087899145904],
        ["jvp of jvp"] = [21.421647547900143],
        ["jvp jvp jvp"] = [58.86451303037185],
        ["grad jvp jvp"] = [118.59339172980195, -46.43682372557419, 18.2552334183215],
        ["J2x"] = [0.10378680099540187, 0.12856209929240545, -0.009843073640057048, 21.976227524790076, -4.537041187667859, -3.647369816001905],
        ["J2y"] = [0.05669898779671004, 0.0, -0.1102270707463085, 0.0, 0.10753754140271655, 0.0, 0.0, 6.00283390708323, 0.0, -11.669957850513804, 0.0, 11.385212062887136],
        ["H01"] = [0.15354484396262963, 21.52407847995603, -0.09673335513521678, -20.482703015213144, 0.09437307108358803, 19.982927139627336, 0.061635953697348506, -2.1751734150671163, -0.07697086841705289, 8.76574090921747, 0.11690118607389206, -4.12551987734852, -0.004719020881405182, -1.748642238525426, 0.009174129358586868, 3.3994912294908657, -0.058165649733244805, -8.527072296946343],
        ["H10"] = [0.15354484396262966, 0.061635953697348506, -0.004719020881405183, 21.52407847995603, -2.1751734150671163, -1.7486422385254263, -0.09673335513521678, -0.07697086841705288, 0.009174129358586868, -20.482703015213144, 8.76574090921747, 3.3994912294908666, 0.09437307108358803, 0.11690118607389208, -0.058165649733244805, 19.98292713962734, -4.12551987734852, -8.527072296946343],
        ["div"] = [-2.729650662142822],
        ["curl"] = [1.6988057880877978, 4.8, -0.1811788772383368],
        ["lap"] = [-51.303757330378104],
        ["per-example"] = [-1.2934832367234113, -2.5869664734468225, 0.0, -0.7672323100919166, 6.74765498950403, 1.1246091649173382],
        ["outdim"] = [2.718281828459045, 7.38905609893065, 1.0, 0.36787944117144233, 20.085536923187668, 1.6487212707001282],
    };

    private static readonly Tensor A = Tensor.Of(new double[,] { { 1, 2, -1 }, { 0.5, 0, 3 } });
    private static readonly Tensor X = Tensor.Of([0.5, -1.2, 2.0]);
    private static readonly Tensor V = Tensor.Of([1.0, 0.5, -2.0]);
    private static readonly Tensor Y = Tensor.Of(new double[,] { { 1, 2 }, { 3, -1 }, { 0.2, 0.7 } });

    private static Tensor F(Tensor x) => A.MatMul(x).Tanh() * x[0].Exp();

    private static Tensor S(Tensor x) => A.MatMul(x).Tanh().Pow(2).Sum() + x[0].Pow(3) * x[1].Pow(3) * x[2].Pow(3);

    private static Tensor G(Tensor[] x) => x[0].Sin().MatMul(x[1]).Exp();

    private static Tensor Field(Tensor x) =>
        Tensor.Stack([x[0] * x[1].Sin(), x[1].Exp() * x[2], x[0] * x[1] * x[2].Pow(2)]);

    public static TheoryData<string, Func<Tensor>> Transforms() => new()
    {
        { "f", () => Autograd.Vjp(F, X, Tensor.Of([1.0, -3.0])).Output },
        { "vjp", () => Autograd.Vjp(F, X, Tensor.Of([1.0, -3.0])).Gradient },
        { "f", () => Autograd.Jvp(F, X, V).Output },
        { "jvp", () => Autograd.Jvp(F, X, V).Tangent },
        { "J", () => Autograd.Jacobian(F, X) },
        { "J", () => Autograd.Jacobian(x => F(x.Reshape(3)).Reshape(2, 1), X.Reshape(1, 3)) },
        { "J", () => Autograd.Jacobian(x => F(x[..3]), Tensor.Cat([X, X]))[.., ..3] },
        { "grad", () => Autograd.Gradient(S, X) },
        { "H", () => Autograd.Hessian(S, X) },
        { "H", () => Autograd.Jacobian(x => Autograd.Gradient(S, x), X) },
        { "s", () => Autograd.Hvp(S, X, V).Output },
        { "hvp", () => Autograd.Hvp(S, X, V).Product },
        { "dH", () => Autograd.Jvp(x => Autograd.Hessian(S, x), X, V).Tangent },
        { "jvp of grad", () => Autograd.Jvp(x => Autograd.Gradient(S, x), X, V).Tangent },
        { "grad of jvp", () => Autograd.Gradient(x => Along(S, x), X) },
        { "jvp of jvp", () => Along(x => Along(S, x), X) },
        { "jvp jvp jvp", () => Along(x => Along(x2 => Along(S, x2), x), X) },
        { "grad jvp jvp", () => Autograd.Gradient(x => Along(x2 => Along(S, x2), x), X) },
        { "grad jvp jvp", () => Along(x => Along(x2 => Autograd.Gradient(S, x2), x), X) },
        { "grad jvp jvp", () => Along(x => Autograd.Gradient(x2 => Along(S, x2), x), X) },
        { "grad jvp jvp", () => Autograd.Hvp(x => Along(S, x), X, V).Product },
        { "J2x", () => Autograd.Jacobian(G, [X, Y])[0] },
        { "J2y", () => Autograd.Jacobian(G, [X, Y])[1] },
        { "H01", () => Autograd.Hessian(x => G(x).Sum(), [X, Y])[0][1] },
        { "H10", () => Autograd.Hessian(x => G(x).Sum(), [X, Y])[1][0] },
        { "div", () => Autograd.Divergence(Field, X) },
        { "curl", () => Autograd.Curl(Field, X) },
        { "lap", () => Autograd.Laplacian(S, X) },
        { "grad", () => UnderNoGrad(() => Autograd.Gradient(S, X)) },
        { "jvp", () => UnderNoGrad(() => Autograd.Jvp(F, X, V).Tangent) },
        { "per-example", PerExample },
        { "outdim", () => Autograd.Vmap(x => x.Exp(), inDim: 1, outDim: 1)(Tensor.Of(new double[,] { { 1, 2 }, { 0, -1 }, { 3, 0.5 } })) },
    };

    [Theory]
    [MemberData(nameof(Transforms), DisableDiscoveryEnumeration = true)]
    public void A_transform_gives_what_PyTorch_gives(string name, Func<Tensor> transform)
    {
        var result = transform();
        Assert.False(result.RequiresGrad);
        Assert.Equal(Expected[name], result.ToArray<double>(), (a, b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a)));
    }

    [Fact]
    public void Shapes_are_the_values_followed_by_the_inputs()
    {
        Assert.Equal(new Shape([2, 3]), Autograd.Jacobian(F, X).Shape);
        Assert.Equal(new Shape([3, 2, 3, 2]), Autograd.Hessian(y => y.Pow(3).Sum(), Y).Shape);
        Assert.Equal(new Shape([3, 3, 2]), Autograd.Hessian(x => G(x).Sum(), [X, Y])[0][1].Shape);
        Assert.Equal(new Shape([0, 3]), Autograd.Jacobian(x => x[..0], X).Shape);
        Assert.Equal(new Shape([2, 0]), Autograd.Jacobian(_ => Y[0], Tensor.Zeros(0, dtype: DType.Float64)).Shape);
    }

    [Fact]
    public void What_a_function_does_not_depend_on_has_derivative_zero()
    {
        Assert.All(Autograd.Hessian(x => (2 * x).Sum(), X).ToArray<double>(), value => Assert.Equal(0, value));
        Assert.All(Autograd.Hessian(_ => Tensor.Of(1.0), X).ToArray<double>(), value => Assert.Equal(0, value));
        Assert.All(Autograd.Jacobian(_ => V, X).ToArray<double>(), value => Assert.Equal(0, value));
        Assert.All(Autograd.Gradient(x => x[0].Sum(), [X, Y])[1].ToArray<double>(), value => Assert.Equal(0, value));
        Assert.Equal(0, Autograd.Laplacian(x => x.Sum(), X).Item<double>());
        Assert.Equal([0.0, 0.0, 0.0], Autograd.Hvp(x => x.Sum(), X, V).Product.ToArray<double>());
    }

    [Fact]
    public void Nothing_is_gathered_and_parameters_that_a_function_captures_are_reached_with_createGraph()
    {
        var w = Tensor.Of([1.0, 2.0, 3.0], requiresGrad: true);
        var data = Tensor.Of([1.0, -1.0, 0.5]);
        Assert.False(Autograd.Gradient(x => (x * w).Pow(2).Sum(), data).RequiresGrad);
        var gradient = Autograd.Gradient(x => (x * w).Pow(2).Sum(), data, createGraph: true); // 2xw²
        Assert.Null(w.Grad);
        gradient.Sum().Backward();
        Assert.Equal([4.0, -8.0, 6.0], w.Grad!.ToArray<double>()); // 4xw
        Assert.True(Autograd.Hessian(x => x.Pow(3).Sum(), w).RequiresGrad);
    }

    [Fact]
    public void A_graph_that_a_function_captures_is_not_used_up()
    {
        var w = Tensor.Of(2.0, requiresGrad: true);
        var captured = w.Pow(2);
        Assert.Equal(4, Autograd.Gradient(x => x * captured, Tensor.Of(3.0)).Item<double>());
        captured.Backward();
        Assert.Equal(4, w.Grad.Item<double>());
    }

    [Fact]
    public void Points_along_leading_axes_are_treated_each_by_itself()
    {
        var points = Tensor.Of(new double[,] { { 0.5, -1.2, 2 }, { 1, 0, -1 } });
        Tensor Rows(Tensor x) => Tensor.Stack([x[.., 0] * x[.., 1].Sin(), x[.., 1].Exp() * x[.., 2], x[.., 0] * x[.., 1] * x[.., 2].Pow(2)], dim: -1);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Autograd.Divergence(Field, points[i]).Item<double>(), Autograd.Divergence(Rows, points)[i].Item<double>(), 1e-12);
            Assert.Equal(Autograd.Curl(Field, points[i]).ToArray<double>(), Autograd.Curl(Rows, points)[i].ToArray<double>());
            Assert.Equal(
                Autograd.Laplacian(x => x.Pow(3).Sum(), points[i]).Item<double>(),
                Autograd.Laplacian(x => x.Pow(3).Sum(-1), points)[i].Item<double>(), 1e-12);
        }

        var turning = Autograd.Curl(x => Tensor.Stack([-x[.., 1], x[.., 0]], dim: -1), points[.., ..2]);
        Assert.Equal([2.0, 2.0], turning.ToArray<double>());
    }

    [Fact]
    public void Vmap_nests_shares_and_is_differentiable()
    {
        var matrix = Tensor.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var outer = Autograd.Vmap(row => Autograd.Vmap(one => one * 10)(row));
        Assert.Equal([10.0, 20, 30, 40, 50, 60], outer(matrix).ToArray<double>());
        var products = Autograd.Vmap(x => x[0] * x[1], [0, null]);
        Assert.Equal([1.0, 4, 9, 4, 10, 18], products([matrix, matrix[0]]).ToArray<double>());
        var x = Tensor.Of([1.0, 2.0], requiresGrad: true);
        Autograd.Vmap(one => one.Pow(3))(x).Sum().Backward();
        Assert.Equal([3.0, 12.0], x.Grad.ToArray<double>());
        Assert.Equal([6.0, 12.0], Autograd.Vmap(one => Autograd.Hessian(y => y.Pow(3), one))(x.Detach()).ToArray<double>());
    }

    private static Tensor Along(Func<Tensor, Tensor> function, Tensor x) => Autograd.Jvp(function, x, V).Tangent;

    private static Tensor UnderNoGrad(Func<Tensor> transform)
    {
        using (Autograd.NoGrad())
        {
            return transform();
        }
    }

    private static Tensor PerExample()
    {
        var (w, x, t) = (Tensor.Of([0.3, -0.7]), Tensor.Of(new double[,] { { 1, 2 }, { 0, -1 }, { 3, 0.5 } }), Tensor.Of([1.0, 0.0, -1.0]));
        return Autograd.Vmap(one => Autograd.Gradient(v => (v.MatMul(one[1]).Tanh() - one[2]).Pow(2), one[0]), [null, 0, 0])([w, x, t]);
    }
}
