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
            yield return device is { MemoryAllocated: { } now, MaxMemoryAllocated: { } most, MemoryReserved: { } all }
                ? new(
                    Role.Plain,
                    $"The allocator holds {NumberText.Bytes(all)}, of which tensors have {NumberText.Count(now)}; "
                    + $"at most they had {NumberText.Count(most)}.")
                : new(Role.Mute, "What its tensors take it does not tell.");
        }
    }

    /// <inheritdoc/>
    public override string ToHtml() =>
        new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).Section(Lines).ToString();

    /// <inheritdoc/>
    public override string ToText() =>
        string.Join('\n', Lines.Select(line => line.Text).Prepend($"{Title}: {Summary}"));
}
