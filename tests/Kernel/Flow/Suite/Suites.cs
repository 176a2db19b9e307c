namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>The trainings that the diagnosis is tested with.</summary>
internal static class Suites
{
    private const int Seeds = 2;

    /// <summary>Those that the rules were made with.</summary>
    public static IReadOnlyList<Subject> Known { get; } =
    [
        .. from one in Sick.All.Index() select new Subject(one.Item.Name, one.Item.Disease, 100 + one.Index, one.Item.Train),
        .. from one in Healthy.All.Index()
           from seed in Enumerable.Range(0, Seeds)
           select new Subject(one.Item.Name, null, 1000 + (Seeds * one.Index) + seed, one.Item.Train),
    ];

    public static IReadOnlyList<Subject> HeldOut { get; } = [];

    /// <summary>Trains all, several at a time.</summary>
    public static IReadOnlyList<Trial> Run(IReadOnlyList<Subject> subjects) =>
        [.. subjects.AsParallel().AsOrdered().Select(subject => new Trial(subject, subject.Run()))];
}
