using System.Text;

namespace NotebookGrad.Runner.Outputs;

/// <summary>A cell's outputs: adjacent console text is one output, and endless text is cut.</summary>
internal sealed class OutputList
{
    /// <summary>A cell that prints for ever must neither fill the memory nor make a notebook nobody can open.</summary>
    internal const int TextLimit = 1_000_000;

    private readonly List<CellOutput> finished = [];
    private readonly StringBuilder text = new();
    private bool textIsError;
    private int textLength;

    /// <summary>The outputs so far.</summary>
    public IReadOnlyList<CellOutput> Items
    {
        get
        {
            FinishText();
            return finished;
        }
    }

    /// <summary>Adds an output, or replaces the one that it names.</summary>
    public void Add(CellOutput output)
    {
        switch (output)
        {
            case TextOutput written:
                AddText(written);
                break;
            case DataOutput { Replaces: true } replacement when Find(replacement.DisplayId) is var index and >= 0:
                finished[index] = replacement;
                break;
            default:
                FinishText();
                finished.Add(output);
                break;
        }
    }

    private int Find(string? displayId) =>
        finished.FindIndex(output => output is DataOutput data && data.DisplayId == displayId);

    private void AddText(TextOutput written)
    {
        if (textLength > TextLimit || written.Text.Length == 0)
        {
            return;
        }

        if (written.IsError != textIsError)
        {
            FinishText();
            textIsError = written.IsError;
        }

        text.Append(written.Text, 0, Math.Min(written.Text.Length, TextLimit - textLength));
        textLength += written.Text.Length;
        if (textLength > TextLimit)
        {
            text.Append($"\n… the text after {TextLimit:N0} characters is left out\n");
        }
    }

    private void FinishText()
    {
        if (text.Length > 0)
        {
            finished.Add(new TextOutput(textIsError, text.ToString()));
            text.Clear();
        }
    }
}
