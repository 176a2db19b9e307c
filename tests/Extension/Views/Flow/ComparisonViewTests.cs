using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ComparisonViewTests
{
    [Fact]
    public void Each_run_has_a_line_of_its_own_look_and_a_row()
    {
        var view = new ComparisonView(Flows.Compared(("sigmoid", Flows.Vanishing()), ("ReLU", Flows.Healthy())));
        var lines = view.Picture.Marks.OfType<PathMark>().Where(path => path.Points.Count == 8).ToArray();
        Assert.Equal(2, lines.Select(line => (line.Role, line.Dashed)).Distinct().Count());
        var text = view.ToText();
        Assert.Matches("sigmoid +\\S+e-9 .* vanishing gradient", text);
        Assert.Matches("ReLU .* –", text);
    }

    [Fact]
    public void Losses_are_compared_step_by_step_however_often_each_was_looked_at()
    {
        Assert.Equal(Diagram(every: 10), Diagram(every: 1));

        static string Diagram(int every)
        {
            var flow = Flows.Healthy(2, 1);
            FlowMoment[] moments =
            [
                .. Enumerable.Range(0, (40 / every) + 1).Select(look => flow.Moments[0] with
                {
                    FirstStep = look * every,
                    LastStep = look * every,
                    Loss = 100 - (2 * look * every),
                }),
            ];
            return new ComparisonView(Flows.Compared(("a", flow with { Moments = moments }), ("b", flow))).ToText();
        }
    }

    [Fact]
    public void Networks_of_unlike_depth_begin_together()
    {
        var view = new ComparisonView(Flows.Compared(("short", Flows.Healthy(3)), ("long", Flows.Healthy(9))));
        var lines = view.Picture.Marks.OfType<PathMark>().Where(path => path.Points.Count is 3 or 9).ToArray();
        Assert.Equal(lines[0].Points[0].X, lines[1].Points[0].X);
        Assert.True(lines[0].Points[^1].X < lines[1].Points[^1].X);
    }

    [Fact]
    public void More_runs_than_can_be_told_apart_are_told_in_the_table_alone()
    {
        var view = new ComparisonView(Flows.Compared(
            [.. Enumerable.Range(1, 9).Select(run => ($"run {run}", Flows.Healthy()))]));
        Assert.Contains("9 runs, of which the first 6 are drawn", view.ToText());
        Assert.Contains("run 9", view.ToHtml());
        Assert.Equal(6, view.Picture.Marks.OfType<PathMark>().Count(path => path.Points.Count == 8));
    }
}
