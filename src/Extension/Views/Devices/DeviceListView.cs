using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Every device that there is, and why some cannot be worked on.</summary>
internal sealed class DeviceListView(DeviceListSnapshot list) : View
{
    private const int MostRows = 60;
    private const int LongestWords = 2000;

    /// <inheritdoc/>
    public override string Title => "devices";

    private string Summary
    {
        get
        {
            var usable = list.Devices.Count(device => device.IsUsable);
            var refused = list.Devices.Count - usable;
            return $"{NumberText.Count(usable)} can be worked on"
                + (refused == 0 ? "" : $" · {NumberText.Count(refused)} refused");
        }
    }

    private Table Table => new(["device", "memory", "what it is, or why not"], [.. Rows()]);

    private IEnumerable<TextRun> Lack => list.Lack is null
        ? []
        : [new(Role.Plain, $"No graphics processor was looked for: {PlainName.Of(list.Lack, LongestWords)}.")];

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard).OpenSection("overflow-x:auto;");
        Table.WriteTo(card).Close();
        return (list.Lack is null ? card : card.Section(Lack)).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
        [$"{Title}: {Summary}", .. Table.Lines(), .. Lack.Select(line => line.Text)]);

    private IEnumerable<TextRun[]> Rows()
    {
        foreach (var device in list.Devices.Take(MostRows))
        {
            var role = device.IsUsable ? Role.Plain : Role.Mute;
            yield return
            [
                new(role, PlainName.Of(device.Name) ?? "?", IsBold: device.IsUsable),
                new(role, DeviceWords.Memory(device)),
                new(Role.Plain, Words(device)),
            ];
        }

        if (list.Devices.Count > MostRows)
        {
            var more = $"and {NumberText.Count(list.Devices.Count - MostRows)} more";
            yield return [new(Role.Mute, ""), new(Role.Mute, ""), new(Role.Mute, more)];
        }
    }

    private static string Words(DeviceInfo device)
    {
        string[] known =
        [
            DeviceWords.Model(device),
            device is { IsProcessor: true, Kind: not DeviceKind.Cpu } ? "the processor itself, never Device.Best" : "",
            device.IsUsable ? "" : $"refused: {PlainName.Of(device.Refusal, LongestWords) ?? "no reason is known"}",
        ];
        return string.Join("; ", known.Where(part => part.Length > 0));
    }
}
