using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A layer as a picture of gradient flow shows it.</summary>
/// <param name="Number">Its number among all layers in the order of the forward pass, from 1.</param>
/// <param name="Label">What a picture calls it: the layer where that is enough to tell rows apart.</param>
/// <param name="Name">Its weight's name, of bounded length.</param>
/// <param name="Layer">The weight with what was computed with it.</param>
internal sealed record FlowRow(int Number, string Label, string Name, FlowLayer Layer);
