using NotebookGrad.Exploration;
using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Views;

/// <summary>Finds the view of a thing: the one place that knows both what there is and how it is shown.</summary>
internal static class ViewOf
{
    /// <summary>What <see cref="Thing"/> has a view for.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(Tensor), typeof(Node), typeof(GraphSnapshot), typeof(MemoryLedger), typeof(Curve),
        typeof(GradCheckReport), typeof(HeldGraphs), typeof(ImageSnapshot), typeof(MemoryTimeline),
        typeof(GraphDifference), typeof(CompilationReport), typeof(ModuleSummary), typeof(Module),
        typeof(GradientFlow), typeof(FlowSnapshot), typeof(FlowHistory), typeof(FlowHistograms), typeof(FlowComparison),
        typeof(ProgressSnapshot), typeof(ProgressLoop),
        typeof(ActivationCurves), typeof(UnitActivity), typeof(DecisionBoundary), typeof(LossSurface),
        typeof(LearningRateRange), typeof(Device), typeof(DeviceList), typeof(FallbackReport),
    ];

    /// <summary>The view of a thing as it stands now, with the names of the notebook's variables.</summary>
    /// <exception cref="ArgumentException">There is no view for it.</exception>
    public static View Thing(object thing)
    {
        var names = VariableNames.Now();
        return SnapshotOf.Thing(thing, names) switch
        {
            TensorSnapshot tensor => new TensorView(tensor, names.OfNodes),
            ChainSnapshot chain => new ChainView(chain, names.OfNodes),
            ImageSnapshot image => new ImageView(image),
            GraphSnapshot graph => new GraphView(graph, names.OfNodes),
            MemoryLedger ledger => new LedgerView(ledger, names.OfNodes),
            Curve curve => new CurveView(curve),
            GradCheckReport report => new GradCheckView(report),
            MemoryTimeline timeline => new TimelineView(timeline, names.OfNodes),
            GraphDifference difference => new DifferenceView(difference, names.OfNodes),
            HeldGraphs held => new HeldGraphsView(held),
            ModuleSummary summary => new ModuleView(summary),
            FlowSnapshot flow => new FlowView(flow),
            FlowHistory history => new HistoryView(history),
            FlowHistograms histograms => new HistogramsView(histograms),
            FlowComparison runs => new ComparisonView(runs),
            ProgressSnapshot progress => new ProgressView(progress),
            DecisionBoundary boundary => new BoundaryView(boundary),
            LearningRateRange range => new RangeView(range),
            LossSurface surface => new SurfaceView(surface),
            UnitActivity activity => new ActivityView(activity),
            ActivationCurves curves => new ActivationView(curves),
            CompilationReport compiled => new CompilationView(compiled),
            DeviceSnapshot device => new DeviceView(device),
            DeviceListSnapshot devices => new DeviceListView(devices),
            FallbackReport fallbacks => new FallbackView(fallbacks),
            _ => throw new ArgumentException(
                $"{thing?.GetType().Name ?? "null"} has no picture; what has one is "
                + string.Join(", ", Types.Select(type => type.Name))),
        };
    }
}
