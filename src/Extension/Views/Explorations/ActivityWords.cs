using NotebookGrad.Exploration;

namespace NotebookGrad.Views;

/// <summary>What is told of units and the inputs that they answer.</summary>
internal static class ActivityWords
{
    /// <summary>How many units of a layer are dead: <c>17 of 64 units answer no input</c>.</summary>
    public static string Dead(LayerActivity layer) => Dead(layer.Dead, layer.Active.Count);

    /// <summary>The same of several layers.</summary>
    public static string Dead(int dead, int units) => dead == 0
        ? $"all of {NumberText.Count(units, "unit")} answer some input"
        : $"{NumberText.Count(dead)} of {NumberText.Count(units, "unit")} answer no input";

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? $"{100 * share:0.#}%" : "–";
}
