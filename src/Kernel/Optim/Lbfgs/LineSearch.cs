namespace NotebookGrad;

/// <summary>How <see cref="Lbfgs"/> finds out how far to go.</summary>
public enum LineSearch
{
    /// <summary>It goes as far as the learning rate says.</summary>
    None,

    /// <summary>
    /// To where the loss has fallen enough and is flat enough (the strong Wolfe conditions), which takes more
    /// evaluations.
    /// </summary>
    StrongWolfe,
}
