using System.Globalization;

namespace NotebookGrad.Views;

/// <summary>What is told of a device, in short.</summary>
internal static class DeviceWords
{
    private const double Gibibyte = 1L << 30;
    private const int LongestModel = 80;

    /// <summary>What its maker calls it; empty where that is unknown.</summary>
    public static string Model(DeviceInfo info) => PlainName.Of(info.Model, LongestModel) ?? "";

    /// <summary>
    /// Its memory as makers count it, <c>139.8 GiB, 120.3 free</c>, broken only behind the comma; empty where that is
    /// unknown.
    /// </summary>
    public static string Memory(DeviceInfo info) => (info.TotalMemory, info.FreeMemory) switch
    {
        (null, null) => "",
        (null, { } free) => $"{Gibibytes(free)}\u00A0GiB\u00A0free",
        ({ } total, null) => $"{Gibibytes(total)}\u00A0GiB",
        ({ } total, { } free) => $"{Gibibytes(total)}\u00A0GiB, {Gibibytes(free)}\u00A0free",
    };

    private static string Gibibytes(long bytes) =>
        (bytes / Gibibyte).ToString("N1", CultureInfo.InvariantCulture).Replace('-', '−');
}
