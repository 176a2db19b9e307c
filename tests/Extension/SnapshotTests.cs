using NotebookGrad.Gallery;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests;

/// <summary>Holds pictures of the gallery against those that somebody has looked at.</summary>
public class SnapshotTests
{
    private const string Renew = "RENEW_SNAPSHOTS";

    // Of pictures whose numbers are the same on every processor.
    private static readonly IReadOnlyList<Exhibit> Verified =
    [
        .. GraphExhibits.All,
        .. TensorExhibits.All.Take(2),
        .. MemoryExhibits.All,
        .. DeviceExhibits.All,
        .. ModuleExhibits.All.Take(1),
        .. FlowExhibits.All.TakeLast(1),
        .. LoopExhibits.All.Take(1),
        .. ExplorationExhibits.All.Take(2),
    ];

    public static TheoryData<string> Titles => [.. Verified.Select(exhibit => exhibit.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_picture_is_the_verified_one(string title)
    {
        var view = ViewOf.Thing(Verified.Single(exhibit => exhibit.Title == title).Show());
        Check($"{title}.txt", view.ToText() + "\n");
        if (view.Picture is { } scene)
        {
            Check($"{title}.svg", SvgWriter.Write(scene) + "\n");
        }
    }

    private static void Check(string title, string actual)
    {
        var file = title.Replace(' ', '-').ToLowerInvariant();
        var path = Path.Combine(Repository.Root, "tests", "Extension", "Snapshots", file);
        if (Environment.GetEnvironmentVariable(Renew) is not null)
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(expected == actual,
            $"Snapshots/{file} differs from character {same} on:\n{Around(expected, same)}\n{Around(actual, same)}\n"
            + $"If that is meant: dotnet test tests/Extension --filter SnapshotTests -e {Renew}=1, and look at it.");
    }

    private static string Around(string text, int place) =>
        text[Math.Max(0, place - 40)..Math.Min(text.Length, place + 60)].ReplaceLineEndings("⏎");
}
