using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// How kinds of one thing, such as classes, look: a colour and a shape each, so that they differ without colour, too.
/// Six colours and four shapes make 24 looks, then they begin again.
/// </summary>
internal static class KindSigns
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly CellShape[] Shapes =
        [CellShape.Disc, CellShape.Square, CellShape.Triangle, CellShape.Diamond];

    private static int Colours => Role.Kind6 - Role.Kind1 + 1;

    /// <summary>The colour of a kind.</summary>
    public static Role Colour(int kind) => Role.Kind1 + (kind % Colours);

    /// <summary>Its shape.</summary>
    public static CellShape Shape(int kind) => Shapes[(kind + (kind / Colours)) % Shapes.Length];

    /// <summary>Its sign where there are only characters.</summary>
    public static char Letter(int kind) => Letters[kind % Letters.Length];
}
