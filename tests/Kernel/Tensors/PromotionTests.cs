namespace NotebookGrad.Tests.Tensors;

/// <summary>
/// The dtypes of sums and quotients for every pair of dtypes, with axes or without, as PyTorch 1.13.1 has them: one
/// letter (b, i, f, d) a pair, ordered as the dtypes are.
/// </summary>
public class PromotionTests
{
    private const string Letters = "bifd";

    [Theory]
    [InlineData(1, 1, "bifdiifdfffddddd", "fffdfffdfffddddd")]
    [InlineData(1, 0, "bifdiifdffffdddd", "fffdfffdffffdddd")]
    [InlineData(0, 1, "bifdiifdfffdddfd", "fffdfffdfffdddfd")]
    [InlineData(0, 0, "bifdiifdfffddddd", "fffdfffdfffddddd")]
    public void Two_tensors_meet_in_PyTorchs_dtype(int leftRank, int rightRank, string sums, string quotients)
    {
        var pairs = from left in Enum.GetValues<DType>() from right in Enum.GetValues<DType>() select (Ones(left, leftRank), Ones(right, rightRank));
        Assert.Equal(sums, string.Concat(pairs.Select(pair => Letter(pair.Item1 + pair.Item2))));
        Assert.Equal(quotients, string.Concat(pairs.Select(pair => Letter(pair.Item1 / pair.Item2))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_number_widens_only_the_category(int rank)
    {
        var tensors = Enum.GetValues<DType>().Select(dtype => Ones(dtype, rank)).ToArray();
        Assert.Equal("bifd", string.Concat(tensors.Select(tensor => Letter(tensor + true))));
        Assert.Equal("iifd", string.Concat(tensors.Select(tensor => Letter(tensor + 1))));
        Assert.Equal("fffd", string.Concat(tensors.Select(tensor => Letter(0.5 * tensor))));
    }

    [Fact]
    public void Truth_values_add_and_multiply_as_truth_values()
    {
        var (a, b) = (Tensor.Of([true, true, false, false]), Tensor.Of([true, false, true, false]));
        Assert.Equal([true, true, true, false], (a + b).ToArray<bool>());
        Assert.Equal([true, false, false, false], (a * b).ToArray<bool>());
        Assert.Equal([true, true, true, false], a.Maximum(b).ToArray<bool>());
    }

    private static Tensor Ones(DType dtype, int rank) => Tensor.Full(rank == 0 ? [] : [2], 1, dtype: dtype);

    private static char Letter(Tensor tensor) => Letters[(int)tensor.DType];
}
