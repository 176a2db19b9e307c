namespace NotebookGrad.Tests;

public class ExtensionScriptTests
{
    [Fact]
    public void The_script_is_one_guarded_statement_that_leaves_nothing_in_the_notebook()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "extension.dib"));
        var code = script.Replace("#!csharp", "").Trim();
        Assert.StartsWith("{", code);
        Assert.EndsWith("}", code);
        Assert.Equal("try", code[1..].TrimStart()[..3]);
        Assert.DoesNotContain("using ", code);
        Assert.Contains("NotebookGrad.Notebook.Load(", code);
        Assert.Contains("catch (System.Exception", code);
    }
}
