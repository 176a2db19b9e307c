using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>The trainings that the diagnosis is tested with.</summary>
internal static class Suites
{
    private const int Seeds = 2;

    /// <summary>Those that the rules were made with.</summary>
    public static IReadOnlyList<Subject> Known { get; } = Of(Sick.All, Healthy.All, 1000);

    /// <summary>Others: other networks, tasks, widths and seeds.</summary>
    public static IReadOnlyList<Subject> HeldOut { get; } = Of(SickHeldOut.All, HealthyHeldOut.All, 2000);

    /// <summary>Trains all, several at a time.</summary>
    public static IReadOnlyList<Trial> Run(IReadOnlyList<Subject> subjects) =>
        [.. subjects.AsParallel().AsOrdered().Select(subject => new Trial(subject, subject.Run()))];

    private static Subject[] Of(
        IReadOnlyList<(FlowDisease Disease, string Name, Func<Draw, FlowSnapshot> Train)> sick,
        IReadOnlyList<(string Name, Func<Draw, FlowSnapshot> Train)> healthy,
        int seed) =>
    [
        .. sick.Select((one, index) => new Subject(one.Name, one.Disease, seed + index, one.Train)),
        .. from one in healthy.Index()
           from again in Enumerable.Range(0, Seeds)
           select new Subject(one.Item.Name, null, seed + sick.Count + (Seeds * one.Index) + again, one.Item.Train),
    ];
}
