using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookGrad.Notebooks;

public sealed partial class CourseTests(Course course) : IClassFixture<Course>
{
    private const string Renew = "dotnet run -c Release --project src/Runner -- run notebooks --output notebooks";

    public static TheoryData<string> Names => [.. Course.Names];

    [Fact]
    public void The_runner_finds_nothing_to_complain_about()
    {
        Assert.True(course.ExitCode == 0, course.Log);
        Assert.Contains($"{Course.Names.Count()} of {Course.Names.Count()} notebooks passed", course.Log);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_has_run_without_error(string name)
    {
        foreach (var notebook in new[] { Course.Committed(name), course.Executed(name) })
        {
            Assert.NotEmpty(notebook.CodeCells);
            var numbers = notebook.CodeCells.Select(cell => cell.Number ?? 0);
            Assert.Equal(Enumerable.Range(1, notebook.CodeCells.Count), numbers);
            Assert.All(notebook.CodeCells, cell => Assert.Null(cell.Error));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Committed_results_are_those_of_a_run(string name)
    {
        var (before, now) = (Course.Committed(name).CodeCells, course.Executed(name).CodeCells);
        Assert.Equal(before.Select(cell => cell.Source), now.Select(cell => cell.Source));
        foreach (var (old, fresh) in before.Zip(now))
        {
            var difference = Results.Difference(old.Results, fresh.Results);
            var place = $"{name}, cell {fresh.Number} ({fresh.Id})";
            Assert.True(difference is null, $"{place}: {difference}\nTo renew: {Renew}");
        }
    }

    [Theory]
    [InlineData("02-learning-digits.ipynb", 95)]
    [InlineData("07-convolutions-read-digits.ipynb", 98)]
    public void A_network_reads_so_many_percent_of_digits_that_it_has_not_seen(string name, double least)
    {
        var results = course.Executed(name).CodeCells.Select(cell => cell.Results);
        var accuracy = Assert.Single(results.SelectMany(text => Accuracy().Matches(text)));
        Assert.InRange(double.Parse(accuracy.Groups[1].Value, CultureInfo.InvariantCulture), least, 100);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_with_course_notes_whose_answers_are_hidden(string name)
    {
        var notes = Course.Committed(name).Markdown[^1];
        Assert.StartsWith("## Course notes\n", notes);
        Assert.InRange(notes.Split("<details><summary>Answer</summary>").Length - 1, 4, 10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_links_lead_to_files_that_are_there(string name)
    {
        var links = Course.Committed(name).Markdown.SelectMany(text => Link().Matches(text));
        Assert.All(
            links.Select(link => link.Groups[1].Value).Where(target => !target.Contains("://")),
            target => Assert.True(File.Exists(Path.Combine(Repository.Notebooks, target)), target));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_needs_a_script(string name)
    {
        Assert.DoesNotContain("<script", Course.Committed(name).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", course.Executed(name).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", course.Page(name), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_tells_on_which_machine_it_was_run(string name)
    {
        foreach (var text in new[] { Course.Committed(name).Text, course.Executed(name).Text })
        {
            Assert.DoesNotMatch(AbsolutePath(), text);
            Assert.DoesNotContain(Repository.Root, text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_for_the_CSharp_kernel_and_begins_by_loading_the_package(string name)
    {
        var notebook = Course.Committed(name);
        Assert.Equal(".net-csharp", notebook.Kernel);
        Assert.Equal("#r \"nuget: NotebookGrad\"\nusing NotebookGrad;", notebook.CodeCells[0].Source);
    }

    [GeneratedRegex(@"Accuracy on held-out digits: ([\d.]+) %")]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    // Letters before a slash are those of an address, or of a picture in base 64.
    [GeneratedRegex(@"(?<![\w+/.:])/(home|root|tmp|usr|var|opt|mnt|work|Users|private)/|\b[A-Z]:\\\\")]
    private static partial Regex AbsolutePath();
}
