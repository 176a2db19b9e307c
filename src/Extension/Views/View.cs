using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Something that can be looked at, as a fragment of HTML and as plain text.</summary>
internal abstract class View
{
    /// <summary>The most pixels that the card of what is no graph takes.</summary>
    protected const int WidestCard = 860;

    /// <summary>What the view shows, for the title of a page.</summary>
    public abstract string Title { get; }

    /// <summary>The view's picture, where it has one of its own.</summary>
    public virtual Scene? Picture => null;

    /// <summary>One element that needs nothing from outside: no script, no network, no fonts.</summary>
    public abstract string ToHtml();

    /// <summary>The same with this token in its identifiers, where it has some: the same bytes each time.</summary>
    public virtual string ToHtml(string token) => ToHtml();

    /// <summary>The same in characters, for a terminal.</summary>
    public abstract string ToText();
}
