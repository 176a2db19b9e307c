using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws the loss over the steps, small.</summary>
internal static class LossPicture
{
    private const double Padding = 14;
    private const double Width = 250;
    private const double Height = 150;
    private const int MostTicks = 4;

    /// <summary>The scene; null where no loss is known.</summary>
    public static Scene? Of(FlowReading reading)
    {
        var line = new StepLine(reading.Flow.Moments, moment => moment.Loss);
        if (!line.IsKnown)
        {
            return null;
        }

        var axis = StepLine.Axis(MostTicks, [.. line.Values]);
        var left = Padding + PlotFrame.LabelsWidth(axis);
        var steps = StepLine.Steps(reading.Flow.Moments, MostTicks);
        var frame = new PlotFrame(steps, axis, left, Padding + PanelTitle.Height, Width, Height);
        return new Scene(
            frame.Right + Padding + 10,
            frame.Floor + 40,
            $"Loss, last {NumberText.Of(reading.Last!.Loss)}",
            [
                .. PanelTitle.Of(left, Padding, (Role.Plain, "loss")),
                .. frame.Grid("step"),
                .. line.Draw(frame, axis, Role.Parameter),
                .. line.Breaks(frame),
            ]);
    }
}
