namespace NotebookGrad.Inspection;

/// <summary>A place where a picture is shown, and then another one instead.</summary>
public interface ILiveSurface
{
    /// <summary>Shows a thing in the place of what was shown before.</summary>
    /// <param name="thing">The thing, which does not change.</param>
    /// <param name="isLast">Whether it stays, as far as is known.</param>
    void Show(IInspectable thing, bool isLast);

    /// <summary>How long what is shown should stand at least, so much time after the first.</summary>
    TimeSpan PauseAfter(TimeSpan elapsed);
}
