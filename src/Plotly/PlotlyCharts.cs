using System.Runtime.CompilerServices;
using NotebookGrad.Charts;
using NotebookGrad.Exploration;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Charts for those who want to zoom, or to go on styling with Plotly.NET: blue is forward and orange gradient, as in
/// the views; NaN and ±∞ are gaps. A notebook shows them where Plotly.NET.Interactive is loaded.
/// </summary>
/// <example>
/// <code>
/// #r "nuget: NotebookGrad.Plotly"
/// #r "nuget: Plotly.NET.Interactive"
/// flow.ToPlotly()
/// </code>
/// </example>
public static class PlotlyCharts
{
    /// <summary>
    /// The network by layer at its last step: mean |gradient| with bars from the smallest to the largest, medians, the
    /// same of activations, ratios of updates to weights, and shares of zeros, dead and saturated units in percent.
    /// </summary>
    public static GenericChart ToPlotly(this GradientFlow flow) => NotNull(flow).Snapshot().ToPlotly();

    /// <inheritdoc cref="ToPlotly(GradientFlow)"/>
    public static GenericChart ToPlotly(this FlowSnapshot flow) => LayersChart.Of(NotNull(flow));

    /// <summary>
    /// Layers × steps as a map of log₁₀ mean |gradient|, and below it the loss, the gradient's norm before and after
    /// clipping, the cosine between successive gradients, and the noise scale, all over the steps.
    /// </summary>
    public static GenericChart ToPlotly(this FlowHistory history) => HistoryChart.Of(NotNull(history));

    /// <summary>
    /// How many elements had which values at which step: a surface for each layer, of which the legend shows more.
    /// </summary>
    public static GenericChart ToPlotly(this FlowHistograms histograms) => HistogramsChart.Of(NotNull(histograms));

    /// <summary>Mean |gradient| by layer, and loss by step, a line for each run.</summary>
    public static GenericChart ToPlotly(this FlowComparison comparison) => ComparisonChart.Of(NotNull(comparison));

    /// <summary>A line for each series.</summary>
    public static GenericChart ToPlotly(this Curve curve) => CurveChart.Of(NotNull(curve));

    /// <summary>Functions above their derivatives.</summary>
    public static GenericChart ToPlotly(this ActivationCurves activations) =>
        ActivationsChart.Of(NotNull(activations));

    /// <summary>Where a classifier decides for which class, and points; crosses are those it gets wrong.</summary>
    public static GenericChart ToPlotly(this DecisionBoundary boundary) => BoundaryChart.Of(NotNull(boundary));

    /// <summary>Losses over learning rates, with the suggested rate and the one of the least loss.</summary>
    public static GenericChart ToPlotly(this LearningRateRange range) => RatesChart.Of(NotNull(range));

    /// <summary>A loss as a surface; where weights have been is a line on the floor below it.</summary>
    public static GenericChart ToPlotly(this LossSurface surface) => SurfaceChart.Of(NotNull(surface));

    /// <summary>A tensor's matrices as maps, of means where it is large, and a histogram of its elements.</summary>
    public static GenericChart ToPlotly(this TensorSnapshot tensor) => TensorChart.Of(NotNull(tensor));

    private static T NotNull<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);
}
