namespace NotebookGrad.Tests.Files;

public class CsvTableTests
{
    private const string Text = """"
        # flowers
        name, "length, cm", width ,"said ""so"""
        rose,1.5,2,"a
        b"

        "lily" ,-3e1, nan ,  " c "
        rose,inf,4,""
        """";

    [Fact]
    public void Columns_have_names_and_fields_may_stand_in_quotation_marks()
    {
        var table = Read(Text);
        Assert.Equal(["name", "length, cm", "width", "said \"so\""], table.ColumnNames);
        Assert.Equal(3, table.RowCount);
        Assert.Equal(["rose", "lily", "rose"], table.Texts("name"));
        Assert.Equal(["a\nb", " c ", ""], table.Texts("said \"so\""));
    }

    [Fact]
    public void Columns_of_numbers_are_read_in_the_order_asked_for()
    {
        var x = Read(Text).Numbers(["width", "length, cm"], DType.Float64);
        Assert.Equal([3, 2], x.Shape.ToArray());
        Assert.Equal([2, 1.5, double.NaN, -30, 4, double.PositiveInfinity], x.ToArray<double>());
    }

    [Fact]
    public void Classes_are_numbered_by_their_characters_or_as_numbers()
    {
        var (labels, names) = Read("a,b\nz,10\nx,9\nz,-1").Classes("a");
        Assert.Equal(["x", "z"], names);
        Assert.Equal([1L, 0, 1], labels.ToArray<long>());

        (labels, names) = Read("a,b\nz,10\nx,9\nz,-1").Classes("b");
        Assert.Equal(["-1", "9", "10"], names);
        Assert.Equal([2L, 1, 0], labels.ToArray<long>());
    }

    [Fact]
    public void A_table_is_a_dataset_of_all_columns_but_the_class()
    {
        var flowers = Read("length;kind;width\n1;b;2\n3;a;4", ';').ToDataset("kind");
        Assert.Equal(["length", "width"], flowers.FeatureNames);
        Assert.Equal(["a", "b"], flowers.ClassNames);
        Assert.Equal([1f, 2, 3, 4], flowers.Features.ToArray<float>());
        var (x, y) = flowers[1];
        Assert.Equal([3f, 4], x.ToArray<float>());
        Assert.Equal(0, y.Item<long>());
    }

    [Theory]
    [InlineData("", "csv: there is no line, and the first should name the columns")]
    [InlineData("a,b,a\n1,2,3", "csv, line 1: the column 'a' is there twice; where no line names the columns, use Csv.Load")]
    [InlineData("a,b\n\n1", "csv, line 3: 1 columns, and 2 above; delimited by ','")]
    [InlineData("a,b\n1,2\n3,", "csv, line 3: '' in column 'b' is no number; leave the column out, or read it with Texts or Classes")]
    [InlineData("a,b\n1,\"2\n3,4\n", "csv, line 2: a quotation mark that opens here is never closed")]
    public void What_is_no_table_is_an_error_that_tells_where(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text).Numbers()).Message);

    [Fact]
    public void A_misuse_is_told_with_what_there_is()
    {
        var table = Read("a,b\n1,2");
        Assert.Equal(
            "csv: there is no column 'c'; the first line names a, b",
            Assert.Throws<ArgumentException>(() => table.Numbers(["a", "c"])).Message);
        Assert.Equal(
            "csv: columns of numbers are read as float32 or float64, not int64; convert them with .To",
            Assert.Throws<ArgumentException>(() => table.Numbers(dtype: DType.Int64)).Message);
    }

    [Fact]
    public void A_mark_that_is_never_closed_costs_one_pass()
    {
        var text = "a,b\n1,\"" + new string('\n', 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    private static CsvTable Read(string text, char delimiter = ',') => Csv.LoadTable(new StringReader(text), delimiter);
}
