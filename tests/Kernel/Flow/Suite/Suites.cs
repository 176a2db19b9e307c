using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>The trainings that the diagnosis is tested with.</summary>
internal static class Suites
{
    private const int Seeds = 2;

    /// <summary>Those that the rules were made with.</summary>
    public static Lazy<IReadOnlyList<Trial>> Known { get; } = new(() => Run(Of(Sick.All, Healthy.All, 1000)));

    /// <summary>Others: other networks, tasks, widths and seeds.</summary>
    public static Lazy<IReadOnlyList<Trial>> HeldOut { get; } =
        new(() => Run(Of(SickHeldOut.All, HealthyHeldOut.All, 2000)));

    /// <summary>
    /// Trainings from their recipes: of the healthy ones, which must raise no alarm, several of each.
    /// </summary>
    public static Subject[] Of(
        IReadOnlyList<(FlowDisease Disease, string Name, Func<Draw, FlowSnapshot> Train)> sick,
        IReadOnlyList<(string Name, Func<Draw, FlowSnapshot> Train)> healthy,
        int seed) =>
    [
        .. sick.Select((one, index) => new Subject(one.Name, one.Disease, seed + index, one.Train)),
        .. from one in healthy.Index()
           from again in Enumerable.Range(0, Seeds)
           let number = sick.Count + (Seeds * one.Index) + again
           select new Subject(one.Item.Name, null, seed + number, one.Item.Train),
    ];

    private static Trial[] Run(Subject[] subjects) =>
        [.. subjects.AsParallel().AsOrdered().Select(subject => new Trial(subject, subject.Run()))];
}
