namespace NotebookGrad;

/// <summary>
/// Losses, normalisations and other layers as functions of whole tensors, under the names of
/// <c>torch.nn.functional</c>.
/// </summary>
public static partial class Functional;
