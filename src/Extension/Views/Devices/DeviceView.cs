using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A device: what it is, what multiplies matrices there, and what its tensors take.</summary>
internal sealed class DeviceView(DeviceSnapshot device) : View
{
    private const int LongestLibrary = 80;

    /// <inheritdoc/>
    public override string Title => PlainName.Of(device.Name) ?? "device";

    private string Summary => device.Info is null
        ? "none of Device.All"
        : string.Join(" · ", new[] { DeviceWords.Model(device.Info), DeviceWords.Memory(device.Info) }
            .Where(part => part.Length > 0));

    private IEnumerable<TextRun> Lines
    {
        get
        {
            var library = PlainName.Of(device.MatMulLibrary, LongestLibrary) ?? "?";
            yield return new(Role.Plain, $"Matrices are multiplied by {library}.");
            if (Memory is null)
            {
                yield return new(Role.Mute, "What its tensors take it does not tell.");
            }
        }
    }

    private Table? Memory => device is { MemoryReserved: { } all, MemoryAllocated: { } now, MaxMemoryAllocated: { } most }
        ? new(
            ["memory", "bytes"],
            [Row("held by the allocator", all), Row("taken by tensors", now), Row("taken at most", most)],
            1)
        : null;

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).Section(Lines);
        return (Memory is null ? card : Memory.WriteTo(card.OpenSection("overflow-x:auto;")).Close()).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
        [$"{Title}: {Summary}", .. Lines.Select(line => line.Text), .. Memory?.Lines() ?? []]);

    private static TextRun[] Row(string what, long bytes) =>
        [new(Role.Plain, what), new(Role.Plain, NumberText.Count(bytes))];
}
