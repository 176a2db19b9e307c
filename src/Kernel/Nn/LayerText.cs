namespace NotebookGrad.Nn;

/// <summary>What layers were made with, as text: what differs from the default.</summary>
internal static class LayerText
{
    /// <summary>The size of a window and how windows lie.</summary>
    public static string Window(PerAxis size, PerAxis stride, Padding padding, PerAxis dilation = default) =>
        $"{size}{Said("stride", stride)}{Said("padding", padding)}{Said("dilation", dilation)}";

    /// <summary>An option that was given.</summary>
    private static string Said(string name, PerAxis value) => value.IsDefault ? string.Empty : $", {name}: {value}";

    /// <summary>An option that was given.</summary>
    private static string Said(string name, Padding value) => value.IsDefault ? string.Empty : $", {name}: {value}";

    /// <summary>A number that is mostly 1, where it is not.</summary>
    public static string Unless1(string name, int value) => value == 1 ? string.Empty : $", {name}: {value}";

    /// <summary>What is there by default, where it is not.</summary>
    public static string Without(string name, bool isThere) => isThere ? string.Empty : $", {name}: false";
}
