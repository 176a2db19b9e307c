using System.Globalization;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>How operations are written where what they do depends on their arguments.</summary>
public class NotationOfArgumentsTests
{
    private static readonly Tensor X = Tensor.Ones(2, 3, 4, requiresGrad: true);

    [Fact]
    public void Axes_that_swap_within_each_matrix_are_a_transpose_and_others_a_permutation()
    {
        Assert.Equal("(·)ᵀ", Of(X.Transpose(-1, -2)).Symbol);
        Assert.Equal("{0}ᵀ", Of(X[0].T).Formula);
        Assert.Equal("permute({0})", Of(X.Permute(2, 1, 0)).Formula);
        Assert.Equal("permute({0})", Of(X.Transpose(0, 1)).Formula);
    }

    [Fact]
    public void A_short_index_is_the_symbol_and_of_a_long_one_what_fits()
    {
        Assert.Equal("[0]", Of(X[0]).Symbol);
        Assert.Equal("[S]", Of(Linalg.Svd(X[0]).S).Symbol);
        var picked = Of(X[0..2, 1..3, 0..2]);
        Assert.Equal("[..2, …]", picked.Symbol);
        Assert.Equal("{0}[..2, 1..3, ..2]", picked.Formula);
    }

    [Fact]
    public void What_overwrites_a_part_says_so()
    {
        var y = X.Clone();
        y[0] = Tensor.Zeros(3, 4);
        Assert.Equal("{0}[…] ← {1}", Of(y).Formula);
        y.Copy_(Tensor.Ones(2, 3, 4, requiresGrad: true));
        Assert.Equal("{0} ← {1}", Of(y).Formula);
    }

    [Fact]
    public void A_normalisation_tells_of_its_weight_and_bias_where_it_has_them()
    {
        var (w, b) = (Tensor.Ones(4, requiresGrad: true), Tensor.Zeros(4, requiresGrad: true));
        Assert.Equal("({0} − mean)/√(var + ε)", Of(Functional.LayerNorm(X, [4])).Formula);
        Assert.Equal("{1}·({0} − mean)/√(var + ε)", Of(Functional.LayerNorm(X, [4], w)).Formula);
        Assert.Equal("{1}·({0} − mean)/√(var + ε) + {2}", Of(Functional.LayerNorm(X, [4], w, b)).Formula);
        Assert.Equal("({0} − mean)/√(var + ε) + {1}", Of(Functional.LayerNorm(X, [4], bias: b)).Formula);
    }

    [Fact]
    public void Numbers_are_written_alike_wherever_the_reader_lives()
    {
        var before = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = commas;
        try
        {
            Assert.Equal("clamp({0}, −0.5, ∞)", Of(X.Clamp(min: -0.5)).Formula);
            Assert.Equal("1 if {0} > 0, else 0.01", Of(Functional.LeakyRelu(X)).Derivatives[0]);
            Assert.Equal("[{0} > 0.5]", Of(Functional.Threshold(X, 0.5, 1.5)).Derivatives[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Notation Of(Tensor tensor) => tensor.GradFn!.Notation!;
}
