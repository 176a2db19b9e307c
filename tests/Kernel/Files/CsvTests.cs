namespace NotebookGrad.Tests.Files;

public class CsvTests
{
    [Fact]
    public void A_table_has_rows_and_columns()
    {
        var x = Read("# a comment\n1,2.5,-3e2\n\n\"4\", nan ,-inf\r\n");
        Assert.Equal([2, 3], x.Shape.ToArray());
        Assert.Equal([1, 2.5f, -300, 4, float.NaN, float.NegativeInfinity], x.ToArray<float>());
    }

    [Fact]
    public void Columns_are_picked_in_order_below_a_heading()
    {
        var x = Csv.Load(new StringReader("name;a;b\nx;1;2\ny;3;4"), ';', skipRows: 1, columns: [2, 1], DType.Int64);
        Assert.Equal([2L, 1, 4, 3], x.ToArray<long>());
    }

    [Theory]
    [InlineData("a,b\n1,2", "csv, line 1, column 0: 'a' is no Single. Skip a heading with skipRows")]
    [InlineData("1,2\n3", "csv, line 2: 1 columns, and 2 above; delimited by ','")]
    [InlineData("1,2\n3,", "csv, line 2, column 1: '' is no Single")]
    [InlineData("1,2\n3,1.000.0", "'1.000.0' is no Single")]
    public void What_is_no_table_of_numbers_is_an_error_that_tells_where(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void A_column_that_is_not_there_is_an_error() => Assert.Contains(
        "there is no column 2; they count from 0 to 1",
        Assert.Throws<InvalidDataException>(() => Csv.Load(new StringReader("1,2"), columns: [2])).Message);

    [Fact]
    public void No_lines_are_an_empty_table() => Assert.Equal([0, 0], Read(string.Empty).Shape.ToArray());

    [Fact]
    public void Numbers_are_written_so_that_they_read_the_same()
    {
        double[,] numbers = { { 0.1, 1e-310, -0.0 }, { double.MaxValue, double.NaN, double.NegativeInfinity } };
        var text = new StringWriter { NewLine = "\n" };
        Csv.Save(text, Tensor.Of(numbers), header: "a,b,c");
        Assert.Equal("a,b,c\n0.1,1E-310,-0\n1.7976931348623157E+308,nan,-inf\n", text.ToString());
        var again = Csv.Load(new StringReader(text.ToString()), skipRows: 1, dtype: DType.Float64);
        Assert.Equal(numbers.Cast<double>(), again.ToArray<double>());
    }

    [Fact]
    public void A_cube_is_no_table() => Assert.Contains(
        "a tensor [1, 1, 1] is no table; reshape it",
        Assert.Throws<ArgumentException>(() => Csv.Save(TextWriter.Null, Tensor.Zeros(1, 1, 1))).Message);

    private static Tensor Read(string text) => Csv.Load(new StringReader(text));
}
