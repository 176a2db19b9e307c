namespace NotebookGrad.Inspection;

/// <summary>Marks what can be looked at: the views have a picture and a text for it.</summary>
public interface IInspectable;
