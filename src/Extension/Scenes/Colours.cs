namespace NotebookGrad.Scenes;

/// <summary>
/// The colours of a theme. Blue is forward and orange is gradient everywhere; every text colour has a contrast of at
/// least 4.5 : 1 on every ground where it stands (WCAG AA).
/// </summary>
/// <param name="Ground">Behind everything.</param>
/// <param name="Soft">Behind a header and in a constant.</param>
/// <param name="Line">Separates one part from another.</param>
/// <param name="Ink">Ordinary text.</param>
/// <param name="Mute">Secondary text, the way of a value.</param>
/// <param name="Forward">Values.</param>
/// <param name="ForwardSoft">Behind a parameter.</param>
/// <param name="Gradient">Gradients.</param>
/// <param name="HealthySoft">Behind the numbers of a healthy network.</param>
/// <param name="RootGround">Behind the root.</param>
/// <param name="RootInk">Text on the root.</param>
/// <param name="RootForward">Values on the root.</param>
/// <param name="RootGradient">Gradients on the root.</param>
/// <param name="Kinds">Several kinds of one thing, such as classes.</param>
internal sealed record Colours(
    string Ground,
    string Soft,
    string Line,
    string Ink,
    string Mute,
    string Forward,
    string ForwardSoft,
    string Gradient,
    string HealthySoft,
    string RootGround,
    string RootInk,
    string RootForward,
    string RootGradient,
    IReadOnlyList<string> Kinds)
{
    /// <summary>On paper and on a light screen.</summary>
    public static Colours Light { get; } = new(
        Ground: "#ffffff",
        Soft: "#f6f8fa",
        Line: "#d5dae1",
        Ink: "#1b1f24",
        Mute: "#5c6675",
        Forward: "#0a64a6",
        ForwardSoft: "#e8f2fa",
        Gradient: "#b34700",
        HealthySoft: "#e9f4ec",
        RootGround: "#1b1f24",
        RootInk: "#ffffff",
        RootForward: "#9fd0f5",
        RootGradient: "#ffc08f",
        Kinds: ["#0a64a6", "#b34700", "#1b7a3d", "#7b46b8", "#c2267e", "#7d6400"]);

    /// <summary>On a dark screen.</summary>
    public static Colours Dark { get; } = new(
        Ground: "#14181d",
        Soft: "#1d232a",
        Line: "#38414c",
        Ink: "#e6edf3",
        Mute: "#9aa7b4",
        Forward: "#74baf3",
        ForwardSoft: "#13293b",
        Gradient: "#ff9f5f",
        HealthySoft: "#16291d",
        RootGround: "#e6edf3",
        RootInk: "#1b1f24",
        RootForward: "#0a5690",
        RootGradient: "#9c3d00",
        Kinds: ["#74baf3", "#ff9f5f", "#5fcf86", "#c39bf5", "#ff8ac4", "#e3c94e"]);
}
