namespace NotebookGrad.Tests.Tensors;

public class TensorArraysTests
{
    [Fact]
    public void An_array_of_any_rank_becomes_a_tensor_and_back()
    {
        var values = new double[2, 1, 3, 2, 2];
        Buffer.BlockCopy(Enumerable.Range(0, 24).Select(i => i * 0.5).ToArray(), 0, values, 0, 24 * 8);
        var x = Tensor.Of(values);
        Assert.Equal([2, 1, 3, 2, 2], x.Shape.ToArray());
        Assert.Equal(values.Cast<double>(), x.ToArray<double>());
        Assert.Equal(values, x.ToArrayAs<double[,,,,]>());
    }

    [Fact]
    public void Nested_arrays_become_a_tensor_and_back()
    {
        long[][,] values = [new long[,] { { 1, 2, 3 } }, new long[,] { { 4, 5, 6 } }];
        var x = Tensor.Of(values);
        Assert.Equal([2, 1, 3], x.Shape.ToArray());
        Assert.Equal(values, x.ToArrayAs<long[][,]>());
        Assert.Equal([[[1f, 2, 3]], [[4, 5, 6]]], x.ToArrayAs<float[][][]>());
        Assert.Equal([1.5f, 2.5f], Tensor.Of((float[][])[[1.5f], [2.5f]], requiresGrad: true).ToArray<float>());
    }

    [Fact]
    public void Empty_arrays_keep_their_axes()
    {
        Assert.Equal([0, 0, 0], Tensor.Of(Array.Empty<double[,]>()).Shape.ToArray());
        Assert.Equal([2, 0], Tensor.Of((bool[][])[[], []]).Shape.ToArray());
        Assert.Equal(new float[3, 0], Tensor.Zeros(3, 0).ToArrayAs<float[,]>());
    }

    [Fact]
    public void A_transposed_tensor_is_read_in_its_own_order() =>
        Assert.Equal(new[,] { { 1, 3 }, { 2, 4 } }, Tensor.Of(new[,] { { 1, 2 }, { 3, 4 } }).T.ToArrayAs<int[,]>());

    [Fact]
    public void A_span_becomes_a_tensor_and_back()
    {
        Span<float> values = [1, 2, 3, 4, 5, 6];
        var x = Tensor.Of<float>(values, [2, 3]);
        Assert.Equal([[1f, 2, 3], [4, 5, 6]], x.ToArrayAs<float[][]>());
        Assert.Equal([3, 2], Tensor.Of([1, 2, 3, 4, 5, 6], [3, 2]).Shape.ToArray());
        var target = new float[7];
        x.T.CopyTo<float>(target);
        Assert.Equal([1, 4, 2, 5, 3, 6, 0], target);
    }

    [Fact]
    public void What_does_not_fit_is_an_error_with_the_numbers()
    {
        Says("2 elements do not fill the shape [3], which holds 3", () => Tensor.Of([1f, 2f], [3]));
        Says("an array on axis 1 has 1 elements, and the first one there 2", () => Tensor.Of((float[][])[[1, 2], [3]]));
        Says("an array on axis 1 has no elements, and the first one there 2", () => Tensor.Of((float[][])[[1, 2], null!]));
        Says("tensor: no dtype holds String", () => Tensor.Of((string[][])[["a"]]));
        Says("x [3] has 3 elements, and the span room for 2", () => Tensor.Zeros(3).Named("x").CopyTo<float>(new float[2]));
        Says("Single[] has 1 axes and x [2, 2] has 2", () => Tensor.Zeros(2, 2).Named("x").ToArrayAs<float[]>());
        Says("String has 0 axes", () => Tensor.Zeros(2).ToArrayAs<string>());
        Says("no dtype is held by Decimal", () => Tensor.Zeros(2).ToArrayAs<decimal[]>());
    }

    private static void Says(string message, Action misuse) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(misuse).Message);
}
